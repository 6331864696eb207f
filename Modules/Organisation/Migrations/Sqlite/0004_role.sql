create table organisation_role (
    id integer not null primary key,
    name text not null,
    description text not null,
    version integer not null
);
create unique index organisation_role_name on organisation_role (name);
