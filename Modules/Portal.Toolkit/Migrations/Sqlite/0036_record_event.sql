create table toolkit_record_event (
    id integer not null primary key,
    record_id integer not null,
    at text not null,
    kind text not null,
    label text not null,
    state text not null,
    text text not null,
    person_id integer,
    person_name text not null,
    unit_name text not null,
    version integer not null
);
create index toolkit_record_event_record on toolkit_record_event (record_id, id);
