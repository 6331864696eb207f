create table registrytransfer_school (
    unit_id integer not null primary key,
    code text not null,
    province_id integer not null,
    region_code text not null,
    run_level integer not null,
    stages integer not null,
    schooling_system integer not null,
    status integer not null,
    custodian_unit_id integer,
    four_eyes integer not null,
    listed_path text not null,
    version integer not null
);
create unique index registrytransfer_school_code on registrytransfer_school (code);
create index registrytransfer_school_province on registrytransfer_school (province_id);
