create table toolkit_record_serial (
    type varchar(60) not null,
    year int not null,
    last int not null,
    primary key (type, year)
) default charset=utf8mb4 collate=utf8mb4_bin;
