create table graduationclearance_step_record_log (
    id integer not null primary key,
    student_id integer not null,
    step_id integer not null,
    from_status integer not null,
    to_status integer not null,
    remark_from text not null,
    remark_to text not null,
    person_id integer,
    person_name text not null,
    role_name text not null,
    unit_id integer,
    address text not null,
    at text not null,
    reason text not null,
    source integer not null,
    batch_id integer
);
create index graduationclearance_step_record_log_student on graduationclearance_step_record_log (student_id, id);
create index graduationclearance_step_record_log_person on graduationclearance_step_record_log (person_id, id);
create index graduationclearance_step_record_log_batch on graduationclearance_step_record_log (batch_id);
