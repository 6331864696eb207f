insert into organisation_state (id, version) values (1, 1);
