create table registrytransfer_purge_row (
    id bigint not null primary key,
    application_id bigint not null,
    reason int not null,
    idle_days int not null,
    purged_at datetime(3) not null,
    unique index registrytransfer_purge_row_application (application_id),
    index registrytransfer_purge_row_at (purged_at)
) default charset=utf8mb4 collate=utf8mb4_bin;
