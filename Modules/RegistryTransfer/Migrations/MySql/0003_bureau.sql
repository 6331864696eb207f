create table registrytransfer_bureau (
    unit_id bigint not null primary key,
    level int not null,
    region_code varchar(6) not null,
    province_id bigint not null,
    is_active int not null,
    version int not null,
    active_region_code varchar(6) generated always as (case when is_active = 1 then region_code end) virtual,
    index registrytransfer_bureau_region (region_code, level),
    unique index registrytransfer_bureau_active (province_id, level, active_region_code)
) default charset=utf8mb4 collate=utf8mb4_bin;
