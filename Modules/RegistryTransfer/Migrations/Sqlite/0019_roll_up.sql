create table registrytransfer_roll_up (
    school_year integer not null,
    phase integer not null,
    started_at text not null,
    started_by_name text not null,
    finished_at text,
    students integer not null,
    applications integer not null,
    last_enrolment_id integer not null,
    primary key (school_year, phase)
);
