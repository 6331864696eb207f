create table registrytransfer_student_change (
    id integer not null primary key,
    student_id integer not null,
    enrolment_id integer,
    action text not null,
    detail text not null,
    effective_on text not null,
    reason text not null,
    person_name text not null,
    unit_name text not null,
    changed_at text not null
);
create index registrytransfer_student_change_student on registrytransfer_student_change (student_id, id);
