create table registrytransfer_grade_mapping (
    id bigint not null primary key,
    province_id bigint not null,
    from_system int not null,
    from_grade varchar(2) not null,
    to_system int not null,
    to_grade varchar(2) not null,
    is_active int not null,
    version int not null,
    unique index registrytransfer_grade_mapping_rule (province_id, from_system, from_grade, to_system)
) default charset=utf8mb4 collate=utf8mb4_bin;
