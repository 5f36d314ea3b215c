-- The day's outlets, beside their usual level on such a weekday, and how surely they rose or faded.
-- Grain: one row a day and outlet.
create or replace view daily_outlets as
select counts.day, counts.outlet_id, outlets.name as outlet, outlets.country, outlets.owner, counts.article_count,
    counts.copy_group_count, counts.own_text_count, counts.word_count, counts.quote_count, counts.event_count,
    counts.mean_tone, counts.article_share,
    coalesce(usual.history_day_count, 0) as history_day_count, usual.usual as usual_article_count,
    coverage.failed_feed_share, usual.comparable_count as comparable_article_count, usual.ratio, usual.ratio_low, usual.ratio_high,
    usual.p_value, usual.q_value, coalesce(usual.is_new, false) as is_new, coverage.coverage
from daily.outlets as counts
left join seeds.outlets as outlets on outlets.outlet_id = counts.outlet_id
left join daily.usual as usual
    on usual.day = counts.day and usual.kind = 'outlet' and usual.thing_id = counts.outlet_id
left join daily_coverage_total as coverage on coverage.day = counts.day
where counts.language = 'all' and counts.folder = 'all';
comment on view daily_outlets is 'The day''s outlets, beside their usual level on such a weekday, and how surely they rose or faded. Grain: one row a day and outlet.';
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
comment on column daily_outlets.history_day_count is 'Days that the usual rests on: up to 4, the same weekdays of the 28 days before; in a young record up to 14, of any weekday; 0 where nothing can be compared.';
comment on column daily_outlets.usual_article_count is 'Articles to expect at the level of those days, in feeds that were read then as well; null where nothing can be compared.';
comment on column daily_outlets.comparable_article_count is 'Articles of the day from these feeds: what stands beside the usual.';
comment on column daily_outlets.ratio is 'comparable_article_count by usual_article_count; null where the usual is zero or there is none.';
comment on column daily_outlets.ratio_low is 'Lower end of the 95 % interval of the ratio.';
comment on column daily_outlets.ratio_high is 'Upper end of it; null where the past holds nothing that could bound it.';
comment on column daily_outlets.p_value is 'How often chance alone would move the count as far from the usual; null where there are too few articles to tell.';
comment on column daily_outlets.q_value is 'False discoveries to expect among all things of the day, of every kind, with a q-value as small; null where p_value is.';
comment on column daily_outlets.is_new is 'No feed told of it in the 28 days before.';
comment on column daily_outlets.coverage is 'Articles that the day''s feeds gave by those they usually give, over all feeds; null where none has a past.';
comment on column daily_outlets.failed_feed_share is 'Share of that day''s polled feeds that failed wholly, 0 to 1.';
