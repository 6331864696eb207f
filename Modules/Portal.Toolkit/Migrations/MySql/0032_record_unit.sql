create table toolkit_record_unit (
    type varchar(60) not null,
    unit_id bigint not null,
    record_id bigint not null,
    role varchar(20) not null,
    primary key (type, unit_id, record_id, role),
    index toolkit_record_unit_record (record_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
