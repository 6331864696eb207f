create table toolkit_review_event (
    id integer not null primary key,
    review_id integer not null,
    at text not null,
    kind text not null,
    action text not null,
    round integer not null,
    step_no integer not null,
    step_key text not null,
    unit_id integer,
    text text not null,
    actor_person_id integer,
    actor_name text not null,
    actor_role text not null,
    actor_post_id integer,
    actor_unit_id integer,
    actor_unit_name text not null,
    self_review integer not null
);
create index toolkit_review_event_review on toolkit_review_event (review_id, id);
