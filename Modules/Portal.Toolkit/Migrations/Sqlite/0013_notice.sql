create table toolkit_notice (
    id integer not null primary key,
    sent_at text not null,
    unit_id integer,
    person_id integer,
    permission text not null,
    title text not null,
    text text not null,
    link text not null,
    module_id text not null
);
create index toolkit_notice_unit on toolkit_notice (unit_id, id);
create index toolkit_notice_person on toolkit_notice (person_id, id);
create index toolkit_notice_sent on toolkit_notice (sent_at);
