create table portal_sequence (
    name text not null primary key,
    next_id integer not null
);
