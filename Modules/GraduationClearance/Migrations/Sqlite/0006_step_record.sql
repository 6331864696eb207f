create table graduationclearance_step_record (
    student_id integer not null,
    step_id integer not null,
    student_no text not null,
    department_id integer not null,
    status integer not null,
    remark text not null,
    decided_by integer,
    decided_by_name text not null,
    decided_at text,
    source integer not null,
    batch_id integer,
    version integer not null,
    primary key (student_id, step_id)
) without rowid;
create index graduationclearance_step_record_step on graduationclearance_step_record (step_id, status, student_no);
create index graduationclearance_step_record_department on graduationclearance_step_record (step_id, department_id, status, student_no);
create index graduationclearance_step_record_batch on graduationclearance_step_record (batch_id);
