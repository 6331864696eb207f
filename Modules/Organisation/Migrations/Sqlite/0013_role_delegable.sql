alter table organisation_role add column is_delegable integer not null default 0;
