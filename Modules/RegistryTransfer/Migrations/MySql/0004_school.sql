create table registrytransfer_school (
    unit_id bigint not null primary key,
    code varchar(20) not null,
    province_id bigint not null,
    region_code varchar(6) not null,
    run_level int not null,
    stages int not null,
    schooling_system int not null,
    status int not null,
    custodian_unit_id bigint,
    four_eyes int not null,
    listed_path varchar(255) not null,
    version int not null,
    unique index registrytransfer_school_code (code),
    index registrytransfer_school_province (province_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
