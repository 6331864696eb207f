create table toolkit_record_link (
    from_id bigint not null,
    field varchar(60) not null,
    to_id bigint not null,
    primary key (from_id, field, to_id),
    index toolkit_record_link_to (to_id, field)
) default charset=utf8mb4 collate=utf8mb4_bin;
