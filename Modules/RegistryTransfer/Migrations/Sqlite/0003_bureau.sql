create table registrytransfer_bureau (
    unit_id integer not null primary key,
    level integer not null,
    region_code text not null,
    province_id integer not null,
    is_active integer not null,
    version integer not null
);
create index registrytransfer_bureau_region on registrytransfer_bureau (region_code, level);
create index registrytransfer_bureau_province on registrytransfer_bureau (province_id);
