create table toolkit_notice_read (
    person_id bigint not null,
    notice_id bigint not null,
    read_at datetime(3) not null,
    primary key (person_id, notice_id),
    index toolkit_notice_read_notice (notice_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
