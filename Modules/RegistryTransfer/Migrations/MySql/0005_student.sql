create table registrytransfer_student (
    id bigint not null primary key,
    number varchar(19) not null,
    number_kind int not null,
    name varchar(100) not null,
    name_key varchar(100) not null,
    gender int not null,
    birth_date date not null,
    id_type int not null,
    id_card_secret varchar(500),
    id_card_hash varchar(43),
    id_card_masked varchar(20) not null,
    problem int not null,
    version int not null,
    unique index registrytransfer_student_by_number (number),
    index registrytransfer_student_id_card (id_card_hash)
) default charset=utf8mb4 collate=utf8mb4_bin;
