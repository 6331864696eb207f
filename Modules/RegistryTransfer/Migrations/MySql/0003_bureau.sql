create table registrytransfer_bureau (
    unit_id bigint not null primary key,
    level int not null,
    region_code varchar(6) not null,
    province_id bigint not null,
    is_active int not null,
    version int not null,
    index registrytransfer_bureau_region (region_code, level),
    index registrytransfer_bureau_province (province_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
