create table graduationclearance_roster_import_row (
    import_id bigint not null,
    row_no int not null,
    student_id bigint,
    student_version int,
    student_no varchar(32) not null,
    name varchar(100) not null,
    secret mediumtext,
    outcome int not null,
    field varchar(50) not null,
    message varchar(500) not null,
    warning varchar(200) not null,
    primary key (import_id, row_no),
    index graduationclearance_roster_import_row_outcome (import_id, outcome, row_no)
) default charset=utf8mb4 collate=utf8mb4_bin;
