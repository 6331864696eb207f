create table organisation_person (
    id integer not null primary key,
    account text not null,
    normalized_account text not null,
    name text not null,
    password_hash text,
    security_stamp text not null,
    access_failed_count integer not null,
    lockout_end text,
    must_change_password integer not null,
    is_disabled integer not null,
    version integer not null
);
create unique index organisation_person_account on organisation_person (normalized_account);
create index organisation_person_name on organisation_person (name);
