create table portal_job (
    id integer not null primary key,
    type text not null,
    args text not null,
    title text not null,
    person_id integer,
    post_id integer,
    permission text not null,
    address text not null,
    state integer not null,
    done integer not null,
    total integer not null,
    message text not null,
    checkpoint text,
    attempts integer not null,
    owner text not null,
    lease_until text,
    token integer not null,
    created_at text not null,
    finished_at text
);
create index portal_job_state on portal_job (state, id);
