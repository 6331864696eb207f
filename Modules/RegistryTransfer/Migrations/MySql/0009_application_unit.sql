create table registrytransfer_application_unit (
    unit_id bigint not null,
    application_id bigint not null,
    kind int not null,
    is_open int not null,
    primary key (unit_id, application_id),
    index registrytransfer_application_unit_open (unit_id, kind, is_open, application_id),
    index registrytransfer_application_unit_application (application_id)
) default charset=utf8mb4 collate=utf8mb4_bin;
