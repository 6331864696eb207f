create table registrytransfer_revocation (
    application_id integer not null primary key,
    reason text not null,
    person_id integer not null,
    person_name text not null,
    revoked_at text not null
);
