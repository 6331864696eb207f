create table graduationclearance_step_prerequisite (
    step_id bigint not null,
    requires_step_id bigint not null,
    primary key (step_id, requires_step_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
