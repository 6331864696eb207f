create table toolkit_record_setting (
    module_id text not null,
    setting_key text not null,
    value text not null,
    version integer not null,
    revise_at text,
    revise_type text,
    revise_after integer,
    primary key (module_id, setting_key)
) without rowid;
