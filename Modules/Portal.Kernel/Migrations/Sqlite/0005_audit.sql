create table portal_audit (
    id integer not null primary key,
    at text not null,
    person_id integer,
    person_name text not null,
    post_id integer,
    role_name text not null,
    unit_id integer,
    module text not null,
    action text not null,
    subject text not null,
    before_json text,
    after_json text,
    address text not null
);
create index portal_audit_subject on portal_audit (subject, id);
create index portal_audit_unit on portal_audit (unit_id, id);
create index portal_audit_person on portal_audit (person_id, id);
create index portal_audit_module on portal_audit (module, id);
