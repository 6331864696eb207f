create table registrytransfer_application (
    id integer not null primary key,
    number text not null,
    kind integer not null,
    student_id integer not null,
    open_student_id integer,
    enrolment_id integer not null,
    review_id integer,
    status integer not null,
    student_name text not null,
    student_no text not null,
    id_card_masked text not null,
    in_school_id integer not null,
    in_school_name text not null,
    in_province_id integer not null,
    in_grade text not null,
    in_class text not null,
    out_school_id integer not null,
    out_school_name text not null,
    out_province_id integer not null,
    out_grade text not null,
    reached_out integer not null default 0,
    reason_code integer not null,
    reason text not null,
    check_code integer,
    check_text text not null,
    step_label text not null,
    waiting_unit_id integer,
    waiting_unit_name text not null,
    due_at text,
    idempotency_key text not null,
    started_by integer not null,
    started_by_name text not null,
    started_at text not null,
    finished_at text,
    copied_from_id integer
);
create unique index registrytransfer_application_number on registrytransfer_application (number);
create unique index registrytransfer_application_open on registrytransfer_application (open_student_id);
create unique index registrytransfer_application_request on registrytransfer_application (started_by, idempotency_key);
create index registrytransfer_application_student on registrytransfer_application (student_id);
create index registrytransfer_application_student_no on registrytransfer_application (student_no);
create index registrytransfer_application_student_name on registrytransfer_application (student_name);
create index registrytransfer_application_status on registrytransfer_application (status, due_at);
create index registrytransfer_application_in_province on registrytransfer_application (in_province_id, started_at, kind, status, reached_out, due_at);
create index registrytransfer_application_out_province on registrytransfer_application (out_province_id, started_at, kind, status, reached_out, due_at);
create index registrytransfer_application_in_school on registrytransfer_application (in_school_id, started_at, kind, status, reached_out, due_at, review_id);
create index registrytransfer_application_out_school on registrytransfer_application (out_school_id, started_at, kind, status, reached_out, due_at, review_id);
create index registrytransfer_application_started on registrytransfer_application (started_at, kind, review_id);
