create table registrytransfer_bureau (
    unit_id integer not null primary key,
    level integer not null,
    region_code text not null,
    province_id integer not null,
    is_active integer not null,
    version integer not null,
    active_region_code text generated always as (case when is_active = 1 then region_code end) virtual
);
create index registrytransfer_bureau_region on registrytransfer_bureau (region_code, level);
create unique index registrytransfer_bureau_active on registrytransfer_bureau (province_id, level, active_region_code);
