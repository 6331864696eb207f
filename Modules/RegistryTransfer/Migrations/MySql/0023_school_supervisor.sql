create table registrytransfer_school_supervisor (
    school_id bigint not null,
    since date not null,
    unit_id bigint,
    primary key (school_id, since)
) default charset=utf8mb4 collate=utf8mb4_bin;
