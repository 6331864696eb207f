create table registrytransfer_student_number (
    number text not null primary key,
    student_id integer not null,
    replaced_at text
);
create index registrytransfer_student_number_student on registrytransfer_student_number (student_id);
