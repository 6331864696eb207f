create table graduationclearance_scheme (
    id integer not null primary key,
    name text not null,
    student_scope integer not null,
    season_year integer not null,
    season_month integer not null,
    status integer not null,
    open_at text,
    close_at text,
    initialised_at text,
    notice text not null,
    version integer not null
);
create unique index graduationclearance_scheme_name on graduationclearance_scheme (name);
