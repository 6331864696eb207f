create table registrytransfer_grade_mapping (
    id integer not null primary key,
    province_id integer not null,
    from_system integer not null,
    from_grade text not null,
    to_system integer not null,
    to_grade text not null,
    is_active integer not null,
    version integer not null
);
create unique index registrytransfer_grade_mapping_rule on registrytransfer_grade_mapping (province_id, from_system, from_grade, to_system);
