alter table organisation_role add column is_delegable tinyint(1) not null default 0;
