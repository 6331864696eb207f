create table toolkit_record_due (
    record_id integer not null,
    due_key text not null,
    due_at text not null,
    type text not null,
    unit_id integer not null,
    owner_id integer not null,
    is_open integer not null,
    remind_at text,
    done_at text,
    rests_on text not null,
    primary key (record_id, due_key, due_at)
) without rowid;
create index toolkit_record_due_unit on toolkit_record_due (is_open, unit_id, due_at);
create index toolkit_record_due_type on toolkit_record_due (is_open, type, due_at);
create index toolkit_record_due_rests on toolkit_record_due (is_open, rests_on, type);
create index toolkit_record_due_remind on toolkit_record_due (remind_at);
