create table toolkit_import_file (
    import_id bigint not null,
    part int not null,
    content mediumblob not null,
    primary key (import_id, part)
) default charset=utf8mb4 collate=utf8mb4_bin;
