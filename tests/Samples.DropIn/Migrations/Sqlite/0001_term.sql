create table samplesdropin_term (
    id integer not null primary key,
    name text not null,
    first_day text not null
);
