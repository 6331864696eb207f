create table toolkit_calendar_day (
    day date not null primary key,
    is_working_day int not null,
    name varchar(50) not null
) default charset=utf8mb4 collate=utf8mb4_bin;
