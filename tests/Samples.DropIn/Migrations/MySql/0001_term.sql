create table samplesdropin_term (
    id bigint not null primary key,
    name varchar(50) not null,
    first_day date not null
) default charset=utf8mb4 collate=utf8mb4_bin;
