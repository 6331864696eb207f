create table registrytransfer_transfer_rule (
    id integer not null primary key,
    province_id integer,
    kind integer not null,
    rule_key text not null,
    side integer not null,
    stages integer not null,
    grades text not null,
    reasons text not null,
    severity integer not null,
    text text not null,
    source text not null,
    is_active integer not null,
    version integer not null
);
create index registrytransfer_transfer_rule_rule on registrytransfer_transfer_rule (kind, province_id);
