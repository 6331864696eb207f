create table organisation_state (
    id integer not null primary key,
    version integer not null
);
