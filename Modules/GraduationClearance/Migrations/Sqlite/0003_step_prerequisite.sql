create table graduationclearance_step_prerequisite (
    step_id integer not null,
    requires_step_id integer not null,
    primary key (step_id, requires_step_id)
) without rowid;
