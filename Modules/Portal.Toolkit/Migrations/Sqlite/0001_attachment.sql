create table toolkit_attachment (
    id integer not null primary key,
    module text not null,
    owner_kind text not null,
    owner_id integer,
    draft_token text not null,
    display_name text not null,
    extension text not null,
    media_type text not null,
    size integer not null,
    sha256 text not null,
    warning text not null,
    is_complete integer not null,
    uploaded_by integer not null,
    uploader_name text not null,
    uploaded_at text not null
);
create index toolkit_attachment_owner on toolkit_attachment (owner_id, module, owner_kind);
create index toolkit_attachment_draft on toolkit_attachment (draft_token);
