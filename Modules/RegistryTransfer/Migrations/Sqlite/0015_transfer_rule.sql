create table registrytransfer_transfer_rule (
    id integer not null primary key,
    province_id integer not null,
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
create unique index registrytransfer_transfer_rule_rule on registrytransfer_transfer_rule (province_id, kind, rule_key, side, stages, grades, reasons);
