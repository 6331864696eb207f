create table organisation_person (
    id bigint not null primary key,
    account varchar(50) not null,
    normalized_account varchar(50) not null,
    name varchar(100) not null,
    password_hash varchar(200),
    security_stamp varchar(64) not null,
    access_failed_count int not null,
    lockout_end datetime(3),
    must_change_password tinyint(1) not null,
    is_disabled tinyint(1) not null,
    version int not null,
    unique index organisation_person_account (normalized_account),
    index organisation_person_name (name)
) default charset=utf8mb4 collate=utf8mb4_bin;
