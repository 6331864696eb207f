create table registrytransfer_school_supervisor (
    school_id integer not null,
    since text not null,
    unit_id integer,
    primary key (school_id, since)
);
