-- Days whose facts have changed since their aggregates were made; emptied as the aggregates are made.
-- Grain: one row a day.
create table ops.touched_days (
    day date not null
);
comment on table ops.touched_days is 'Days whose facts have changed since their aggregates were made; emptied as the aggregates are made. Grain: one row a day.';
comment on column ops.touched_days.day is 'The day.';
