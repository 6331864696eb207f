create table registrytransfer_roll_up (
    school_year int not null,
    phase int not null,
    started_at datetime(3) not null,
    started_by_name varchar(100) not null,
    finished_at datetime(3),
    students int not null,
    applications int not null,
    last_enrolment_id bigint not null,
    primary key (school_year, phase)
) default charset=utf8mb4 collate=utf8mb4_bin;
