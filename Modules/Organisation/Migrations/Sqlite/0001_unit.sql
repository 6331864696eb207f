create table organisation_unit (
    id integer not null primary key,
    parent_id integer,
    name text not null,
    kind text not null,
    path text not null,
    moved_version integer,
    position integer not null,
    version integer not null
);
create unique index organisation_unit_name on organisation_unit (parent_id, name);
create index organisation_unit_path on organisation_unit (path);
create index organisation_unit_moved on organisation_unit (moved_version);
