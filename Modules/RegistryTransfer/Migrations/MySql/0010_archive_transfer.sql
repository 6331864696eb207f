create table registrytransfer_archive_transfer (
    application_id bigint not null primary key,
    state int not null,
    attempts int not null,
    next_attempt_at datetime(3) not null,
    worker varchar(40) not null,
    worker_until datetime(3),
    error varchar(500) not null,
    package_hash varchar(64) not null,
    queued_at datetime(3) not null,
    done_at datetime(3),
    index registrytransfer_archive_transfer_state (state, next_attempt_at)
) default charset=utf8mb4 collate=utf8mb4_bin;
