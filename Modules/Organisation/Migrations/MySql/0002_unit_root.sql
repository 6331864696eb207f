insert into organisation_unit (id, parent_id, name, kind, path, position, version) values (1, null, '全部单位', '', '/1/', 0, 1);
