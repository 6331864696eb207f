create table organisation_role_permission (
    role_id bigint not null,
    permission varchar(150) not null,
    primary key (role_id, permission)
) default charset=utf8mb4 collate=utf8mb4_bin;
