create table registrytransfer_province (
    id integer not null primary key,
    name text not null,
    gb_code text not null,
    system_type integer not null,
    unit_id integer,
    version integer not null
);
create unique index registrytransfer_province_unit on registrytransfer_province (unit_id);
