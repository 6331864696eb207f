create table registrytransfer_roll_up (
    school_year int not null primary key,
    started_at datetime(3) not null,
    finished_at datetime(3),
    promoted int not null,
    graduated int not null,
    applications int not null
) default charset=utf8mb4 collate=utf8mb4_bin;
