create table portal_setting (
    name varchar(100) not null primary key,
    text mediumtext not null
) default charset=utf8mb4 collate=utf8mb4_bin;
