create table toolkit_record_due (
    record_id bigint not null,
    due_key varchar(60) not null,
    due_at datetime(3) not null,
    type varchar(60) not null,
    unit_id bigint not null,
    owner_id bigint not null,
    is_open tinyint not null,
    remind_at datetime(3),
    done_at datetime(3),
    rests_on varchar(200) not null,
    primary key (record_id, due_key, due_at),
    index toolkit_record_due_unit (is_open, unit_id, due_at),
    index toolkit_record_due_type (is_open, type, due_at),
    index toolkit_record_due_rests (is_open, rests_on, type),
    index toolkit_record_due_remind (remind_at)
) default charset=utf8mb4 collate=utf8mb4_bin;
