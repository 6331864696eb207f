create table registrytransfer_look_up (
    person_id integer not null primary key,
    since text not null,
    misses integer not null
);
