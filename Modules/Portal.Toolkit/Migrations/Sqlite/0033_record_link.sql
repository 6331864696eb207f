create table toolkit_record_link (
    from_id integer not null,
    field text not null,
    to_id integer not null,
    primary key (from_id, field, to_id)
) without rowid;
create index toolkit_record_link_to on toolkit_record_link (to_id, field);
