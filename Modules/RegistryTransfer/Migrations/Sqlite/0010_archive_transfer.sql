create table registrytransfer_archive_transfer (
    application_id integer not null primary key,
    state integer not null,
    attempts integer not null,
    next_attempt_at text not null,
    worker text not null,
    worker_until text,
    error text not null,
    package_hash text not null,
    queued_at text not null,
    done_at text
);
create index registrytransfer_archive_transfer_state on registrytransfer_archive_transfer (state, next_attempt_at);
