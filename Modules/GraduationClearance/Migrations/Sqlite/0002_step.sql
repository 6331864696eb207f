create table graduationclearance_step (
    id integer not null primary key,
    scheme_id integer not null,
    code text not null,
    name text not null,
    seq integer not null,
    unit_id integer not null,
    mode integer not null,
    is_required integer not null,
    is_final integer not null,
    applies_to_hukou_transfer integer not null,
    applies_to_dormitory integer not null,
    remark_required_on_fail integer not null,
    place text not null,
    hours text not null,
    contact text not null,
    guide text not null,
    due_at text,
    version integer not null
);
create unique index graduationclearance_step_code on graduationclearance_step (scheme_id, code);
create unique index graduationclearance_step_name on graduationclearance_step (scheme_id, name);
