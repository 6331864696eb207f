create table toolkit_notice (
    id bigint not null primary key,
    sent_at datetime(3) not null,
    unit_id bigint,
    person_id bigint,
    permission varchar(100) not null,
    title varchar(200) not null,
    text varchar(1000) not null,
    link varchar(300) not null,
    module_id varchar(100) not null,
    index toolkit_notice_unit (unit_id, id),
    index toolkit_notice_person (person_id, id),
    index toolkit_notice_sent (sent_at)
) default charset=utf8mb4 collate=utf8mb4_bin;
