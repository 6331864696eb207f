create table toolkit_calendar_version (
    id integer not null primary key,
    version integer not null
);
