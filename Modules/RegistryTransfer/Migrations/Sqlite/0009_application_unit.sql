create table registrytransfer_application_unit (
    unit_id integer not null,
    application_id integer not null,
    kind integer not null,
    is_open integer not null,
    primary key (unit_id, application_id)
);
create index registrytransfer_application_unit_open on registrytransfer_application_unit (unit_id, kind, is_open, application_id);
create index registrytransfer_application_unit_application on registrytransfer_application_unit (application_id);
