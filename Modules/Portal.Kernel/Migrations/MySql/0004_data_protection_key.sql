create table portal_data_protection_key (
    name varchar(200) not null primary key,
    xml mediumtext not null
) default charset=utf8mb4 collate=utf8mb4_bin;
