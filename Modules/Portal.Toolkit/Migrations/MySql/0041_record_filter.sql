create table toolkit_record_filter (
    id bigint not null primary key,
    person_id bigint not null,
    type varchar(60) not null,
    name varchar(60) not null,
    query varchar(1000) not null,
    unique index toolkit_record_filter_name (person_id, type, name)
) default charset=utf8mb4 collate=utf8mb4_bin;
