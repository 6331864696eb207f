create table registrytransfer_enrolment (
    id integer not null primary key,
    student_id integer not null,
    school_id integer not null,
    grade text not null,
    class_no text not null,
    status integer not null,
    boarding integer not null,
    start_on text not null,
    end_on text,
    entry_reason text not null,
    exit_reason text not null,
    active_student_id integer,
    rolled_year integer not null default 0,
    version integer not null
);
create unique index registrytransfer_enrolment_active on registrytransfer_enrolment (active_student_id);
create index registrytransfer_enrolment_school on registrytransfer_enrolment (school_id, end_on, grade, id);
create index registrytransfer_enrolment_student on registrytransfer_enrolment (student_id, start_on);
