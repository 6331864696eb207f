create table toolkit_import_file (
    import_id integer not null,
    part integer not null,
    content blob not null,
    primary key (import_id, part)
) without rowid;
