create table registrytransfer_student_change (
    id bigint not null primary key,
    student_id bigint not null,
    enrolment_id bigint,
    action varchar(30) not null,
    detail varchar(500) not null,
    effective_on date not null,
    reason varchar(500) not null,
    person_name varchar(100) not null,
    unit_name varchar(100) not null,
    changed_at datetime(3) not null,
    index registrytransfer_student_change_student (student_id, id)
) default charset=utf8mb4 collate=utf8mb4_bin;
