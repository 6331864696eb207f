create table graduationclearance_tally (
    step_id integer not null,
    department_id integer not null,
    status integer not null,
    total integer not null,
    primary key (step_id, department_id, status)
) without rowid;
