create table organisation_setup_token (
    hash text not null primary key,
    created_at text not null
);
