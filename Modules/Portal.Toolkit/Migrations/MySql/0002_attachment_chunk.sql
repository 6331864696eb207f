create table toolkit_attachment_chunk (
    attachment_id bigint not null,
    position int not null,
    content mediumblob not null,
    primary key (attachment_id, position),
    foreign key (attachment_id) references toolkit_attachment (id)
) default charset=utf8mb4 collate=utf8mb4_bin;
