create table toolkit_record_filter (
    id integer not null primary key,
    person_id integer not null,
    type text not null,
    name text not null,
    query text not null
);
create unique index toolkit_record_filter_name on toolkit_record_filter (person_id, type, name);
