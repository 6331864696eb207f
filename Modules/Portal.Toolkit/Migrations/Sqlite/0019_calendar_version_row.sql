insert into toolkit_calendar_version (id, version)
values (1, 1);
