create table toolkit_record_serial (
    type text not null,
    year integer not null,
    last integer not null,
    primary key (type, year)
) without rowid;
