-- Days whose aggregates were made and are not yet checked against their sentences; emptied when every check holds.
-- Grain: one row a day.
create table ops.counted_days (
    day date not null
);
comment on table ops.counted_days is 'Days whose aggregates were made and are not yet checked against their sentences; emptied when every check holds. Grain: one row a day.';
comment on column ops.counted_days.day is 'The day.';
