create table toolkit_record_event (
    id bigint not null primary key,
    record_id bigint not null,
    at datetime(3) not null,
    kind varchar(20) not null,
    label varchar(100) not null,
    state varchar(40) not null,
    text varchar(1000) not null,
    person_id bigint,
    person_name varchar(100) not null,
    unit_name varchar(100) not null,
    version bigint not null,
    index toolkit_record_event_record (record_id, id)
) default charset=utf8mb4 collate=utf8mb4_bin;
