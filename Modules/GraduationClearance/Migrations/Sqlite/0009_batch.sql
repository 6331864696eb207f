create table graduationclearance_batch (
    id integer not null primary key,
    scheme_id integer not null,
    step_id integer not null,
    passed integer not null,
    note text not null,
    handled integer not null,
    unchanged integer not null,
    refused integer not null,
    person_id integer not null,
    person_name text not null,
    at text not null
);
create index graduationclearance_batch_person on graduationclearance_batch (person_id, id);
