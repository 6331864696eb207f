create table graduationclearance_export_log (
    id integer not null primary key,
    person_id integer not null,
    person_name text not null,
    export text not null,
    query text not null,
    row_count integer not null,
    with_full_id integer not null,
    reason text not null,
    at text not null
);
create index graduationclearance_export_log_person on graduationclearance_export_log (person_id, id);
