create table registrytransfer_student_number (
    number varchar(19) not null primary key,
    student_id bigint not null,
    replaced_at datetime(3),
    index registrytransfer_student_number_student (student_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
