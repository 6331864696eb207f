create table organisation_default_grant (
    module_id text not null,
    permission text not null,
    role text not null,
    primary key (module_id, permission, role)
);
