create table registrytransfer_setting (
    name text not null primary key,
    value text not null,
    note text not null,
    version integer not null
);
