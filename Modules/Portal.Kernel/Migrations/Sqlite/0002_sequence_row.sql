insert into portal_sequence (name, next_id) values ('portal', 1000);
