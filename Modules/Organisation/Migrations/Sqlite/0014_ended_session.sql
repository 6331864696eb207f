create table organisation_ended_session (
    id text not null primary key,
    ended_at text not null
);
