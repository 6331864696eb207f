create table graduationclearance_step_record (
    student_id bigint not null,
    step_id bigint not null,
    student_no varchar(32) not null,
    department_id bigint not null,
    status int not null,
    remark varchar(500) not null,
    decided_by bigint,
    decided_by_name varchar(100) not null,
    decided_at datetime(3),
    source int not null,
    batch_id bigint,
    version int not null,
    primary key (student_id, step_id),
    index graduationclearance_step_record_step (step_id, status, student_no),
    index graduationclearance_step_record_department (step_id, department_id, status, student_no),
    index graduationclearance_step_record_batch (batch_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
