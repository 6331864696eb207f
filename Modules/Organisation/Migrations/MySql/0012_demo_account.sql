create table organisation_demo_account (
    person_id bigint not null primary key,
    hint varchar(200) not null,
    position int not null
) default charset=utf8mb4 collate=utf8mb4_bin;
