-- The day's outlets, and the usual: the mean of up to 28 watched days before, days without counted as zero.
-- Grain: one row a day and outlet.
create or replace view daily_outlets as
select counts.day, counts.outlet_id, outlets.name as outlet, outlets.country, outlets.owner, counts.article_count,
    counts.copy_group_count, counts.own_text_count, counts.word_count, counts.quote_count, counts.event_count,
    counts.mean_tone, counts.article_share,
    coalesce(greatest(0, least(28, counts.day - record.first_day)), 0) as history_day_count,
    coalesce(sum(counts.article_count) filter (where counts.day >= record.first_day) over past, 0)
        / nullif(greatest(0, least(28, counts.day - record.first_day)), 0) as usual_article_count,
    coverage.failed_feed_share
from daily.outlets as counts
left join seeds.outlets as outlets on outlets.outlet_id = counts.outlet_id
cross join daily.record as record
left join daily_coverage_total as coverage on coverage.day = counts.day
where counts.language = 'all' and counts.folder = 'all'
window past as (partition by counts.outlet_id order by counts.day range between interval 28 days preceding and interval 1 day preceding);
comment on view daily_outlets is 'The day''s outlets, and the usual: the mean of up to 28 watched days before, days without counted as zero. Grain: one row a day and outlet.';
comment on column daily_outlets.day is 'Day.';
comment on column daily_outlets.outlet_id is 'Outlet.';
comment on column daily_outlets.outlet is 'Outlet''s name; null where the seeds do not list it.';
comment on column daily_outlets.country is 'ISO 3166 alpha-2 code.';
comment on column daily_outlets.owner is 'Owner, where known.';
comment on column daily_outlets.article_count is 'Articles with text.';
comment on column daily_outlets.copy_group_count is 'Different texts among them.';
comment on column daily_outlets.own_text_count is 'Texts among them that no other outlet had before.';
comment on column daily_outlets.word_count is 'Words in them.';
comment on column daily_outlets.quote_count is 'Direct and mixed quotes in them.';
comment on column daily_outlets.event_count is 'Events that they tell of.';
comment on column daily_outlets.mean_tone is 'Mean tone of the articles, -1 to 1; null where none was read.';
comment on column daily_outlets.article_share is 'Share of the day''s articles, 0 to 1.';
comment on column daily_outlets.history_day_count is 'Days that the usual rests on: up to 28, none from before the first poll.';
comment on column daily_outlets.usual_article_count is 'Mean articles a day over those days; null until there is one.';
comment on column daily_outlets.failed_feed_share is 'Share of that day''s polled feeds that failed wholly, 0 to 1.';
