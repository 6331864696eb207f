create table graduationclearance_tally (
    step_id bigint not null,
    department_id bigint not null,
    status int not null,
    total int not null,
    primary key (step_id, department_id, status)
) default charset=utf8mb4 collate=utf8mb4_bin;
