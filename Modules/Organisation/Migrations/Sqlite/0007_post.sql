create table organisation_post (
    id integer not null primary key,
    person_id integer not null,
    role_id integer not null,
    unit_id integer not null,
    valid_from text,
    valid_to text,
    position integer not null,
    version integer not null
);
create unique index organisation_post_holder on organisation_post (person_id, role_id, unit_id);
create index organisation_post_unit on organisation_post (unit_id, role_id);
