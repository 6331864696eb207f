create table toolkit_attachment_chunk (
    attachment_id integer not null,
    position integer not null,
    content blob not null,
    primary key (attachment_id, position),
    foreign key (attachment_id) references toolkit_attachment (id)
);
