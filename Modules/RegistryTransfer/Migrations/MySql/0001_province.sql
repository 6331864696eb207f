create table registrytransfer_province (
    id bigint not null primary key,
    name varchar(20) not null,
    gb_code varchar(2) not null,
    system_type int not null,
    unit_id bigint,
    version int not null,
    unique index registrytransfer_province_unit (unit_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
