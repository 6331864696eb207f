create table registrytransfer_supervision_rule (
    id integer not null primary key,
    province_id integer not null,
    stage integer not null,
    run_level integer not null,
    level integer not null,
    note text not null,
    version integer not null
);
create unique index registrytransfer_supervision_rule_rule on registrytransfer_supervision_rule (province_id, stage, run_level);
