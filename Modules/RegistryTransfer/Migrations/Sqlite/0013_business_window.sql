create table registrytransfer_business_window (
    id integer not null primary key,
    province_id integer not null,
    kind integer not null,
    grades text not null,
    opens text not null,
    closes text not null,
    is_open integer not null,
    note text not null,
    version integer not null
);
create unique index registrytransfer_business_window_span on registrytransfer_business_window (province_id, kind, grades, opens, closes);
