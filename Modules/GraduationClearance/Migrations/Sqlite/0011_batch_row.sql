create table graduationclearance_batch_row (
    batch_id integer not null,
    student_id integer not null,
    outcome integer not null,
    message text not null,
    primary key (batch_id, student_id)
) without rowid;
