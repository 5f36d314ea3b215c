-- The day's events by type, beside their usual level on such a weekday, and how surely they rose or faded.
-- Grain: one row a day and type.
create or replace view daily_events as
select counts.day, counts.type, counts.event_count, counts.negated_count, counts.mean_score, counts.article_count,
    counts.copy_group_count, counts.outlet_count, counts.owner_count,
    coalesce(usual.history_day_count, 0) as history_day_count, usual.usual as usual_article_count,
    coverage.failed_feed_share, usual.comparable_count as comparable_article_count, usual.ratio, usual.ratio_low, usual.ratio_high,
    usual.p_value, usual.q_value, coalesce(usual.is_new, false) as is_new, coverage.coverage
from daily.events as counts
left join daily.usual as usual
    on usual.day = counts.day and usual.kind = 'event' and usual.thing_id = counts.type
left join daily_coverage_total as coverage on coverage.day = counts.day
where counts.language = 'all' and counts.folder = 'all';
comment on view daily_events is 'The day''s events by type, beside their usual level on such a weekday, and how surely they rose or faded. Grain: one row a day and type.';
comment on column daily_events.day is 'Day.';
comment on column daily_events.type is 'PLOVER type; empty for statements.';
comment on column daily_events.event_count is 'Events of the type, denied ones among them.';
comment on column daily_events.negated_count is 'Those of them that the text denies.';
comment on column daily_events.mean_score is 'Mean score on Goldsteins scale, -10 to 10.';
comment on column daily_events.article_count is 'Articles.';
comment on column daily_events.copy_group_count is 'Different texts.';
comment on column daily_events.outlet_count is 'Outlets.';
comment on column daily_events.owner_count is 'Owners of those outlets.';
comment on column daily_events.history_day_count is 'Days that the usual rests on: up to 4, the same weekdays of the 28 days before; in a young record up to 14, of any weekday; 0 where nothing can be compared.';
comment on column daily_events.usual_article_count is 'Articles to expect at the level of those days, in feeds that were read then as well; null where nothing can be compared.';
comment on column daily_events.comparable_article_count is 'Articles of the day from these feeds: what stands beside the usual.';
comment on column daily_events.ratio is 'comparable_article_count by usual_article_count; null where the usual is zero or there is none.';
comment on column daily_events.ratio_low is 'Lower end of the 95 % interval of the ratio.';
comment on column daily_events.ratio_high is 'Upper end of it; null where the past holds nothing that could bound it.';
comment on column daily_events.p_value is 'How often chance alone would move the count as far from the usual; null where there are too few articles to tell.';
comment on column daily_events.q_value is 'False discoveries to expect among all things of the day, of every kind, with a q-value as small; null where p_value is.';
comment on column daily_events.is_new is 'No feed told of it in the 28 days before.';
comment on column daily_events.coverage is 'Articles that the day''s feeds gave by those they usually give, over all feeds; null where none has a past.';
comment on column daily_events.failed_feed_share is 'Share of that day''s polled feeds that failed wholly, 0 to 1.';
