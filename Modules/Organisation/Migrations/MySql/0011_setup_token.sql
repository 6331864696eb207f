create table organisation_setup_token (
    hash char(64) not null primary key,
    created_at datetime(3) not null
) default charset=utf8mb4 collate=utf8mb4_bin;
