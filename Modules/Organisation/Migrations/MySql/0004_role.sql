create table organisation_role (
    id bigint not null primary key,
    name varchar(100) not null,
    description varchar(500) not null,
    version int not null,
    unique index organisation_role_name (name)
) default charset=utf8mb4 collate=utf8mb4_bin;
