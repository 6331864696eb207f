create table toolkit_record_key (
    type varchar(60) not null,
    name varchar(60) not null,
    value varchar(200) not null,
    record_id bigint not null,
    primary key (type, name, value),
    index toolkit_record_key_record (record_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
