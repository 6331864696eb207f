create table graduationclearance_step_grant (
    id bigint not null primary key,
    step_id bigint not null,
    role_id bigint not null,
    unit_id bigint,
    person_id bigint,
    scope int not null,
    can_revoke int not null,
    valid_from date,
    valid_to date,
    version int not null,
    index graduationclearance_step_grant_step (step_id),
    index graduationclearance_step_grant_role (role_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
