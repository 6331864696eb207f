create table registrytransfer_roll_up (
    school_year integer not null primary key,
    started_at text not null,
    finished_at text,
    promoted integer not null,
    graduated integer not null,
    applications integer not null
);
