create table graduationclearance_batch (
    id bigint not null primary key,
    scheme_id bigint not null,
    step_id bigint not null,
    passed int not null,
    note varchar(500) not null,
    handled int not null,
    unchanged int not null,
    refused int not null,
    person_id bigint not null,
    person_name varchar(100) not null,
    at datetime(3) not null,
    index graduationclearance_batch_person (person_id, id)
) default charset=utf8mb4 collate=utf8mb4_bin;
