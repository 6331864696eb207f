create table registrytransfer_certificate (
    id bigint not null primary key,
    content mediumblob not null,
    fingerprint varchar(64) not null,
    subject varchar(300) not null,
    not_before datetime(3) not null,
    not_after datetime(3) not null,
    is_current int null,
    uploaded_by bigint not null,
    uploaded_by_name varchar(100) not null,
    uploaded_at datetime(3) not null,
    unique index registrytransfer_certificate_current (is_current)
) default charset=utf8mb4 collate=utf8mb4_bin;
