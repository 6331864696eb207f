create table registrytransfer_setting (
    name varchar(50) not null primary key,
    value varchar(200) not null,
    note varchar(300) not null,
    version int not null
) default charset=utf8mb4 collate=utf8mb4_bin;
