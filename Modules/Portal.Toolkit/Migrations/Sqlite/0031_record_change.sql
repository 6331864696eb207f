create table toolkit_record_change (
    id integer not null primary key,
    record_id integer not null,
    data text not null,
    reason text not null,
    state text not null,
    review_id integer,
    person_id integer,
    person_name text not null,
    version integer not null,
    created_at text not null,
    ended_at text
);
create index toolkit_record_change_record on toolkit_record_change (record_id, id);
