create table graduationclearance_certificate (
    id integer not null primary key,
    student_id integer not null,
    kind integer not null,
    serial_no text not null,
    issued_on text not null,
    issued_by integer not null,
    issued_by_name text not null,
    issued_at text not null,
    receiver integer not null,
    delegate_name text not null,
    delegate_id_secret text,
    delegate_id_masked text not null,
    delegate_phone text not null,
    note text not null,
    voided_at text,
    voided_by_name text not null,
    void_reason text not null,
    void_mark integer not null,
    version integer not null
);
create unique index graduationclearance_certificate_student on graduationclearance_certificate (student_id, kind, void_mark);
create unique index graduationclearance_certificate_serial on graduationclearance_certificate (kind, serial_no, void_mark);
