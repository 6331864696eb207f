create table portal_data_protection_key (
    name text not null primary key,
    xml text not null
);
