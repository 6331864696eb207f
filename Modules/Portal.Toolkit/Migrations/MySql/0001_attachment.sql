create table toolkit_attachment (
    id bigint not null primary key,
    module varchar(100) not null,
    owner_kind varchar(100) not null,
    owner_id bigint,
    draft_token varchar(64) not null,
    display_name varchar(200) not null,
    extension varchar(20) not null,
    media_type varchar(100) not null,
    size bigint not null,
    sha256 varchar(64) not null,
    warning varchar(100) not null,
    is_complete int not null,
    uploaded_by bigint not null,
    uploader_name varchar(200) not null,
    uploaded_at datetime(3) not null,
    index toolkit_attachment_owner (owner_id, module, owner_kind),
    index toolkit_attachment_draft (draft_token)
) default charset=utf8mb4 collate=utf8mb4_bin;
