create table registrytransfer_transfer_rule (
    id bigint not null primary key,
    province_id bigint not null,
    kind int not null,
    rule_key varchar(40) not null,
    side int not null,
    stages int not null,
    grades varchar(100) not null,
    reasons varchar(50) not null,
    severity int not null,
    text varchar(300) not null,
    source varchar(200) not null,
    is_active int not null,
    version int not null,
    unique index registrytransfer_transfer_rule_rule (province_id, kind, rule_key, side, stages, grades, reasons)
) default charset=utf8mb4 collate=utf8mb4_bin;
