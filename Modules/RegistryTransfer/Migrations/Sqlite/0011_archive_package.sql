create table registrytransfer_archive_package (
    application_id integer not null primary key,
    school_id integer not null,
    student_id integer not null,
    content text not null,
    content_hash text not null,
    kept_at text not null
);
create index registrytransfer_archive_package_school on registrytransfer_archive_package (school_id, application_id);
