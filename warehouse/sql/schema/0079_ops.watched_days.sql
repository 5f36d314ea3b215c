-- Days whose watchlists are to be counted again.
-- Grain: one row a day.
create table ops.watched_days (
    day date not null
);
comment on table ops.watched_days is 'Days whose watchlists are to be counted again. Grain: one row a day.';
comment on column ops.watched_days.day is 'Day.';
