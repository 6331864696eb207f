create table registrytransfer_purge_row (
    id integer not null primary key,
    application_id integer not null,
    reason integer not null,
    idle_days integer not null,
    purged_at text not null
);
create unique index registrytransfer_purge_row_application on registrytransfer_purge_row (application_id);
create index registrytransfer_purge_row_at on registrytransfer_purge_row (purged_at);
