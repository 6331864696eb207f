create table registrytransfer_archive_package (
    application_id bigint not null primary key,
    school_id bigint not null,
    student_id bigint not null,
    content mediumtext not null,
    content_hash varchar(64) not null,
    kept_at datetime(3) not null,
    index registrytransfer_archive_package_school (school_id, application_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
