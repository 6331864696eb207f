create table registrytransfer_business_window (
    id integer not null primary key,
    province_id integer,
    kind integer not null,
    grades text not null,
    opens text not null,
    closes text not null,
    is_open integer not null,
    note text not null,
    version integer not null
);
create index registrytransfer_business_window_kind on registrytransfer_business_window (kind, province_id);
