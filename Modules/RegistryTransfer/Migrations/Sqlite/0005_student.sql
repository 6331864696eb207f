create table registrytransfer_student (
    id integer not null primary key,
    number text not null,
    number_kind integer not null,
    name text not null,
    name_key text not null,
    gender integer not null,
    birth_date text not null,
    id_type integer not null,
    id_card_secret text,
    id_card_hash text,
    id_card_claim text,
    id_card_masked text not null,
    problem integer not null,
    version integer not null
);
create unique index registrytransfer_student_by_number on registrytransfer_student (number);
create index registrytransfer_student_id_card on registrytransfer_student (id_card_hash);
create unique index registrytransfer_student_claim on registrytransfer_student (id_card_claim);
create index registrytransfer_student_problem on registrytransfer_student (problem, id);
