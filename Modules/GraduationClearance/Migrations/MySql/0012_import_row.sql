create table graduationclearance_import_row (
    import_id bigint not null,
    row_no int not null,
    student_id bigint,
    record_version int,
    raw_secret mediumtext,
    name varchar(100) not null,
    result int,
    remark varchar(500) not null,
    outcome int not null,
    code varchar(10) not null,
    field varchar(20) not null,
    message varchar(500) not null,
    cleaned int not null,
    primary key (import_id, row_no),
    index graduationclearance_import_row_outcome (import_id, outcome, row_no)
) default charset=utf8mb4 collate=utf8mb4_bin;
