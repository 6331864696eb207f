create table portal_audit (
    id bigint not null primary key,
    at datetime(3) not null,
    person_id bigint,
    person_name varchar(100) not null,
    post_id bigint,
    role_name varchar(100) not null,
    unit_id bigint,
    module varchar(100) not null,
    action varchar(100) not null,
    subject varchar(200) not null,
    before_json mediumtext,
    after_json mediumtext,
    address varchar(64) not null,
    index portal_audit_subject (subject, id),
    index portal_audit_unit (unit_id, id),
    index portal_audit_person (person_id, id),
    index portal_audit_module (module, id)
) default charset=utf8mb4 collate=utf8mb4_bin;
