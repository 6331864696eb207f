create table toolkit_record_unit (
    type text not null,
    unit_id integer not null,
    record_id integer not null,
    role text not null,
    primary key (type, unit_id, record_id, role)
) without rowid;
create index toolkit_record_unit_record on toolkit_record_unit (record_id);
