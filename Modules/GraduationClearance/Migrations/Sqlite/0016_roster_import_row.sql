create table graduationclearance_roster_import_row (
    import_id integer not null,
    row_no integer not null,
    student_id integer,
    student_version integer,
    student_no text not null,
    name text not null,
    secret text,
    outcome integer not null,
    field text not null,
    message text not null,
    warning text not null,
    primary key (import_id, row_no)
) without rowid;
create index graduationclearance_roster_import_row_outcome on graduationclearance_roster_import_row (import_id, outcome, row_no);
