-- Since when the news has been watched: the first day with a poll. What was published before is known only in part.
-- Grain: one row.
create or replace view daily.record as
select min(day) as first_day from daily.coverage where poll_count > 0;
comment on view daily.record is 'Since when the news has been watched: the first day with a poll. What was published before is known only in part. Grain: one row.';
comment on column daily.record.first_day is 'The first day with a poll; null before the first.';
