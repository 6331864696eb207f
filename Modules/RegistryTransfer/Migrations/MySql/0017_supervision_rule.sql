create table registrytransfer_supervision_rule (
    id bigint not null primary key,
    province_id bigint not null,
    stage int not null,
    run_level int not null,
    level int not null,
    note varchar(200) not null,
    version int not null,
    unique index registrytransfer_supervision_rule_rule (province_id, stage, run_level)
) default charset=utf8mb4 collate=utf8mb4_bin;
