create table registrytransfer_business_window (
    id bigint not null primary key,
    province_id bigint not null,
    kind int not null,
    grades varchar(100) not null,
    opens varchar(5) not null,
    closes varchar(5) not null,
    is_open int not null,
    note varchar(200) not null,
    version int not null,
    unique index registrytransfer_business_window_span (province_id, kind, grades, opens, closes)
) default charset=utf8mb4 collate=utf8mb4_bin;
