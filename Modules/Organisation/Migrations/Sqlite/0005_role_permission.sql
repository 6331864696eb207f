create table organisation_role_permission (
    role_id integer not null,
    permission text not null,
    primary key (role_id, permission)
);
