create table graduationclearance_export_log (
    id bigint not null primary key,
    person_id bigint not null,
    person_name varchar(100) not null,
    export varchar(100) not null,
    query varchar(500) not null,
    row_count int not null,
    with_full_id int not null,
    reason varchar(200) not null,
    at datetime(3) not null,
    index graduationclearance_export_log_person (person_id, id)
) default charset=utf8mb4 collate=utf8mb4_bin;
