create table portal_setting (
    name text not null primary key,
    text text not null
);
