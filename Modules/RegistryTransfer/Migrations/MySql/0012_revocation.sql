create table registrytransfer_revocation (
    application_id bigint not null primary key,
    reason varchar(500) not null,
    person_id bigint not null,
    person_name varchar(100) not null,
    revoked_at datetime(3) not null
) default charset=utf8mb4 collate=utf8mb4_bin;
