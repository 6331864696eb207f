create table toolkit_calendar_day (
    day text not null primary key,
    is_working_day integer not null,
    name text not null
);
