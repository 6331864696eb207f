insert into registrytransfer_business_window (id, province_id, kind, grades, opens, closes, is_open, note, version)
values
    (1, 0, 0, 'OTHERS', '07-15', '08-14', 0, '全国统一升级期间暂停办理（教基司厅函〔2017〕23号）', 1),
    (2, 0, 0, 'GRADUATING', '07-01', '08-14', 0, '毕业年级办理毕业期间暂停办理（教基司厅函〔2017〕23号）', 1),
    (3, 0, 1, '', '08-15', '12-14', 1, '秋季办理时段（教基一司函〔2014〕）', 1),
    (4, 0, 1, '', '03-01', '05-31', 1, '春季办理时段（教基一司函〔2014〕）', 1);
