create table graduationclearance_scheme (
    id bigint not null primary key,
    name varchar(100) not null,
    student_scope int not null,
    season_year int not null,
    season_month int not null,
    status int not null,
    open_at datetime(3),
    close_at datetime(3),
    initialised_at datetime(3),
    notice mediumtext not null,
    version int not null,
    unique index graduationclearance_scheme_name (name)
) default charset=utf8mb4 collate=utf8mb4_bin;
