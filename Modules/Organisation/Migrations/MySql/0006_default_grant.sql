create table organisation_default_grant (
    module_id varchar(100) not null,
    permission varchar(150) not null,
    role varchar(100) not null,
    primary key (module_id, permission, role)
) default charset=utf8mb4 collate=utf8mb4_bin;
