create table graduationclearance_step_grant (
    id integer not null primary key,
    step_id integer not null,
    role_id integer not null,
    unit_id integer,
    person_id integer,
    scope integer not null,
    can_revoke integer not null,
    valid_from text,
    valid_to text,
    version integer not null
);
create index graduationclearance_step_grant_step on graduationclearance_step_grant (step_id);
create index graduationclearance_step_grant_role on graduationclearance_step_grant (role_id);
