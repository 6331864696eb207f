create table toolkit_import_part (
    import_id integer not null,
    part integer not null,
    first_row integer not null,
    last_row integer not null,
    additions integer not null,
    changes integer not null,
    unchanged integer not null,
    rejected integer not null,
    cleaned integer not null,
    warned integer not null,
    applied integer not null,
    content text not null,
    primary key (import_id, part)
);
