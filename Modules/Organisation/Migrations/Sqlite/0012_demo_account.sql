create table organisation_demo_account (
    person_id integer not null primary key,
    hint text not null,
    position integer not null
);
