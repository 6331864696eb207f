create table toolkit_calendar_version (
    id int not null primary key,
    version bigint not null
) default charset=utf8mb4 collate=utf8mb4_bin;
