create table toolkit_review (
    id integer not null primary key,
    route_key text not null,
    subject_id integer not null,
    title text not null,
    starter_unit_id integer not null,
    starter_person_id integer,
    starter_name text not null,
    started_at text not null,
    state text not null,
    round integer not null,
    step_keys text not null,
    first_step_no integer not null,
    step_no integer not null,
    step_key text not null,
    waiting_unit_id integer,
    waiting_permission text not null,
    entered_at text,
    due_at text,
    alarm_at text,
    escalated_unit_id integer,
    hold_code text not null,
    hold_text text not null,
    finished_at text,
    version integer not null
);
create unique index toolkit_review_subject on toolkit_review (route_key, subject_id);
create index toolkit_review_todo on toolkit_review (waiting_unit_id, due_at, id);
create index toolkit_review_alarm on toolkit_review (alarm_at, id);
create index toolkit_review_escalated on toolkit_review (escalated_unit_id, due_at, id);
