create table toolkit_notice_read (
    person_id integer not null,
    notice_id integer not null,
    read_at text not null,
    primary key (person_id, notice_id)
);
create index toolkit_notice_read_notice on toolkit_notice_read (notice_id);
