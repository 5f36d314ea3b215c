-- The day's events by type, and the usual: the mean of up to 28 watched days before, days without counted as zero.
-- Grain: one row a day and type.
create or replace view daily_events as
select counts.day, counts.type, counts.event_count, counts.negated_count, counts.mean_score, counts.article_count,
    counts.copy_group_count, counts.outlet_count, counts.owner_count,
    coalesce(greatest(0, least(28, counts.day - record.first_day)), 0) as history_day_count,
    coalesce(sum(counts.article_count) filter (where counts.day >= record.first_day) over past, 0)
        / nullif(greatest(0, least(28, counts.day - record.first_day)), 0) as usual_article_count,
    coverage.failed_feed_share
from daily.events as counts
cross join daily.record as record
left join daily_coverage_total as coverage on coverage.day = counts.day
where counts.language = 'all' and counts.folder = 'all'
window past as (partition by counts.type order by counts.day range between interval 28 days preceding and interval 1 day preceding);
comment on view daily_events is 'The day''s events by type, and the usual: the mean of up to 28 watched days before, days without counted as zero. Grain: one row a day and type.';
comment on column daily_events.day is 'Day.';
comment on column daily_events.type is 'PLOVER type; empty for statements.';
comment on column daily_events.event_count is 'Events of the type, denied ones among them.';
comment on column daily_events.negated_count is 'Those of them that the text denies.';
comment on column daily_events.mean_score is 'Mean score on Goldsteins scale, -10 to 10.';
comment on column daily_events.article_count is 'Articles.';
comment on column daily_events.copy_group_count is 'Different texts.';
comment on column daily_events.outlet_count is 'Outlets.';
comment on column daily_events.owner_count is 'Owners of those outlets.';
comment on column daily_events.history_day_count is 'Days that the usual rests on: up to 28, none from before the first poll.';
comment on column daily_events.usual_article_count is 'Mean articles a day over those days; null until there is one.';
comment on column daily_events.failed_feed_share is 'Share of that day''s polled feeds that failed wholly, 0 to 1.';
