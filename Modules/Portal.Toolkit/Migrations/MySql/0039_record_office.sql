create table toolkit_record_office (
    module_id varchar(60) not null,
    role_key varchar(20) not null,
    unit_id bigint not null,
    version bigint not null,
    primary key (module_id, role_key)
) default charset=utf8mb4 collate=utf8mb4_bin;
