create table organisation_unit_module (
    unit_id bigint not null,
    module_id varchar(100) not null,
    enabled tinyint(1) not null,
    locked tinyint(1) not null,
    version int not null,
    primary key (unit_id, module_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
