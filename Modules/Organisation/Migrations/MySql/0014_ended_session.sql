create table organisation_ended_session (
    id varchar(36) not null primary key,
    ended_at datetime(3) not null
) default charset=utf8mb4 collate=utf8mb4_bin;
