create table portal_task_run (
    task text not null primary key,
    due_at text not null,
    started_at text,
    finished_at text,
    outcome text not null
);
