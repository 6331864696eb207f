create table registrytransfer_certificate (
    id integer not null primary key,
    content blob not null,
    fingerprint text not null,
    subject text not null,
    not_before text not null,
    not_after text not null,
    is_current integer null,
    uploaded_by integer not null,
    uploaded_by_name text not null,
    uploaded_at text not null
);
create unique index registrytransfer_certificate_current on registrytransfer_certificate (is_current);
