create table graduationclearance_batch_row (
    batch_id bigint not null,
    student_id bigint not null,
    outcome int not null,
    message varchar(500) not null,
    primary key (batch_id, student_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
