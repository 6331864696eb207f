create table organisation_unit (
    id bigint not null primary key,
    parent_id bigint,
    name varchar(100) not null,
    kind varchar(50) not null,
    path varchar(255) not null,
    moved_version bigint,
    position int not null,
    version int not null,
    unique index organisation_unit_name (parent_id, name),
    index organisation_unit_path (path),
    index organisation_unit_moved (moved_version)
) default charset=utf8mb4 collate=utf8mb4_bin;
