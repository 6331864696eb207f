insert into registrytransfer_grade_mapping (id, province_id, from_system, from_grade, to_system, to_grade, is_active, version)
values
    (1, 0, 1, 'J1', 0, 'P6', 0, 1),
    (2, 0, 0, 'P6', 1, 'J1', 0, 1),
    (3, 0, 1, 'J2', 0, 'J1', 0, 1),
    (4, 0, 0, 'J1', 1, 'J2', 0, 1),
    (5, 0, 1, 'J3', 0, 'J2', 0, 1),
    (6, 0, 0, 'J2', 1, 'J3', 0, 1),
    (7, 0, 1, 'J4', 0, 'J3', 0, 1),
    (8, 0, 0, 'J3', 1, 'J4', 0, 1);
