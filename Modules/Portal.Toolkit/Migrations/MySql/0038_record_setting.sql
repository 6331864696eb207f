create table toolkit_record_setting (
    module_id varchar(60) not null,
    setting_key varchar(60) not null,
    value varchar(2000) not null,
    version bigint not null,
    revise_at datetime(3),
    revise_type varchar(60),
    revise_after bigint,
    primary key (module_id, setting_key)
) default charset=utf8mb4 collate=utf8mb4_bin;
