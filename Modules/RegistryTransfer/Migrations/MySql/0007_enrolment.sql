create table registrytransfer_enrolment (
    id bigint not null primary key,
    student_id bigint not null,
    school_id bigint not null,
    grade varchar(2) not null,
    class_no varchar(20) not null,
    status int not null,
    boarding int not null,
    start_on date not null,
    end_on date,
    entry_reason varchar(50) not null,
    exit_reason varchar(50) not null,
    active_student_id bigint,
    rolled_year int not null default 0,
    version int not null,
    unique index registrytransfer_enrolment_active (active_student_id),
    index registrytransfer_enrolment_school (school_id, end_on, grade, id),
    index registrytransfer_enrolment_student (student_id, start_on)
) default charset=utf8mb4 collate=utf8mb4_bin;
