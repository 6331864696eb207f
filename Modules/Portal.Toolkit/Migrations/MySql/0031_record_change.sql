create table toolkit_record_change (
    id bigint not null primary key,
    record_id bigint not null,
    data mediumtext not null,
    reason varchar(500) not null,
    state varchar(40) not null,
    review_id bigint,
    person_id bigint,
    person_name varchar(100) not null,
    version bigint not null,
    created_at datetime(3) not null,
    ended_at datetime(3),
    index toolkit_record_change_record (record_id, id)
) default charset=utf8mb4 collate=utf8mb4_bin;
