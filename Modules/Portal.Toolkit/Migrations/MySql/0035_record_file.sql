create table toolkit_record_file (
    attachment_id bigint not null primary key,
    record_id bigint not null,
    field varchar(60) not null,
    index toolkit_record_file_record (record_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
