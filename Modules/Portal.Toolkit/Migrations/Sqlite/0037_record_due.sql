create table toolkit_record_due (
    record_id integer not null,
    due_key text not null,
    type text not null,
    unit_id integer not null,
    owner_id integer not null,
    due_at text not null,
    is_open integer not null,
    remind_at text,
    primary key (record_id, due_key)
) without rowid;
create index toolkit_record_due_unit on toolkit_record_due (is_open, unit_id, due_at);
create index toolkit_record_due_type on toolkit_record_due (is_open, type, due_at);
create index toolkit_record_due_remind on toolkit_record_due (remind_at);
