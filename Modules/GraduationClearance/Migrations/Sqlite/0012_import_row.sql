create table graduationclearance_import_row (
    import_id integer not null,
    row_no integer not null,
    student_id integer,
    record_version integer,
    raw_secret text,
    name text not null,
    result integer,
    remark text not null,
    outcome integer not null,
    code text not null,
    field text not null,
    message text not null,
    cleaned integer not null,
    primary key (import_id, row_no)
) without rowid;
create index graduationclearance_import_row_outcome on graduationclearance_import_row (import_id, outcome, row_no);
