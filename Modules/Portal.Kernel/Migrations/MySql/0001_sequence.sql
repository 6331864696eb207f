create table portal_sequence (
    name varchar(50) not null primary key,
    next_id bigint not null
) default charset=utf8mb4 collate=utf8mb4_bin;
