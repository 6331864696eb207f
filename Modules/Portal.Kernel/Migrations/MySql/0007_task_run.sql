create table portal_task_run (
    task varchar(200) not null primary key,
    due_at datetime(3) not null,
    started_at datetime(3),
    finished_at datetime(3),
    outcome varchar(500) not null
) default charset=utf8mb4 collate=utf8mb4_bin;
