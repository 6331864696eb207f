create table toolkit_record_file (
    attachment_id integer not null primary key,
    record_id integer not null,
    field text not null
);
create index toolkit_record_file_record on toolkit_record_file (record_id);
