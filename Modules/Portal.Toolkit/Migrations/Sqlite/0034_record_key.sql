create table toolkit_record_key (
    type text not null,
    name text not null,
    value text not null,
    record_id integer not null,
    primary key (type, name, value)
) without rowid;
create index toolkit_record_key_record on toolkit_record_key (record_id);
