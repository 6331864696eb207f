create table organisation_unit_module (
    unit_id integer not null,
    module_id text not null,
    enabled integer not null,
    locked integer not null,
    version integer not null,
    primary key (unit_id, module_id)
);
