create table toolkit_record_office (
    module_id text not null,
    role_key text not null,
    unit_id integer not null,
    version integer not null,
    primary key (module_id, role_key)
) without rowid;
