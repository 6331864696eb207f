create table graduationclearance_student (
    id integer not null primary key,
    scheme_id integer not null,
    student_no text not null,
    exam_no text,
    name text not null,
    gender text not null,
    birth_date text,
    id_card_secret text,
    id_card_hash text,
    id_card_masked text not null,
    department_id integer not null,
    major text not null,
    class_name text not null,
    grade text not null,
    student_category text not null,
    education_level text not null,
    hukou_transfer integer not null,
    has_dormitory integer not null,
    dormitory text not null,
    leave_type text not null,
    status integer not null,
    removed_reason text not null,
    version integer not null
);
create unique index graduationclearance_student_student_no on graduationclearance_student (scheme_id, student_no);
create unique index graduationclearance_student_exam_no on graduationclearance_student (scheme_id, exam_no);
create unique index graduationclearance_student_id_card on graduationclearance_student (scheme_id, id_card_hash);
create index graduationclearance_student_department on graduationclearance_student (scheme_id, department_id, student_no);
create index graduationclearance_student_name on graduationclearance_student (scheme_id, name);
create index graduationclearance_student_person on graduationclearance_student (student_no);
