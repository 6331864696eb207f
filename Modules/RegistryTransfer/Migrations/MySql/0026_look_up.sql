create table registrytransfer_look_up (
    person_id bigint not null primary key,
    since datetime(3) not null,
    misses int not null
) default charset=utf8mb4 collate=utf8mb4_bin;
