create table toolkit_record (
    id integer not null primary key,
    type text not null,
    no text not null,
    title text not null,
    unit_id integer not null,
    head_id integer,
    head_name text not null,
    owner_id integer not null,
    owner_name text not null,
    person_id integer,
    kind text not null,
    facet text not null,
    state text not null,
    level text not null,
    secrecy text not null,
    region text not null,
    year integer not null,
    start_on text,
    end_on text,
    remarks text not null,
    review_id integer,
    step_label text not null,
    change_id integer,
    previous_id integer,
    version integer not null,
    created_at text not null,
    updated_at text not null,
    data text not null
);
create unique index toolkit_record_no on toolkit_record (type, no);
create index toolkit_record_list on toolkit_record (type, id, title);
create index toolkit_record_state on toolkit_record (type, state, id);
create index toolkit_record_kind on toolkit_record (type, kind, id);
create index toolkit_record_own on toolkit_record (type, unit_id, id);
create index toolkit_record_person on toolkit_record (person_id, type, id);
create index toolkit_record_owner on toolkit_record (owner_id, type, id);
create index toolkit_record_start on toolkit_record (type, start_on);
