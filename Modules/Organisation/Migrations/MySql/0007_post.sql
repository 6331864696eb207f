create table organisation_post (
    id bigint not null primary key,
    person_id bigint not null,
    role_id bigint not null,
    unit_id bigint not null,
    valid_from date,
    valid_to date,
    position int not null,
    version int not null,
    unique index organisation_post_holder (person_id, role_id, unit_id),
    index organisation_post_unit (unit_id, role_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
