-- The day's places, beside their usual level on such a weekday, and how surely they rose or faded.
-- Grain: one row a day and place.
create or replace view daily_places as
select counts.day, counts.place_id, counts.name as place, counts.kind, counts.country, counts.lat, counts.lon,
    counts.mention_count, counts.focus_count, counts.article_count, counts.copy_group_count, counts.outlet_count,
    counts.owner_count, counts.article_share,
    coalesce(usual.history_day_count, 0) as history_day_count, usual.usual as usual_article_count,
    coverage.failed_feed_share, usual.comparable_count as comparable_article_count, usual.ratio, usual.ratio_low, usual.ratio_high,
    usual.p_value, usual.q_value, coalesce(usual.is_new, false) as is_new, coverage.coverage
from daily.places as counts
left join daily.usual as usual
    on usual.day = counts.day and usual.kind = 'place' and usual.thing_id = counts.place_id
left join daily_coverage_total as coverage on coverage.day = counts.day
where counts.language = 'all' and counts.folder = 'all';
comment on view daily_places is 'The day''s places, beside their usual level on such a weekday, and how surely they rose or faded. Grain: one row a day and place.';
comment on column daily_places.day is 'Day.';
comment on column daily_places.place_id is 'GeoNames id; the name of what has none.';
comment on column daily_places.place is 'Name of the place.';
comment on column daily_places.kind is 'country, admin1, admin2, capital, city, region or continent.';
comment on column daily_places.country is 'ISO 3166 alpha-2 code.';
comment on column daily_places.lat is 'Latitude in degrees.';
comment on column daily_places.lon is 'Longitude in degrees.';
comment on column daily_places.mention_count is 'Mentions as a place, not for those who govern there.';
comment on column daily_places.focus_count is 'Articles that are about the place.';
comment on column daily_places.article_count is 'Articles.';
comment on column daily_places.copy_group_count is 'Different texts.';
comment on column daily_places.outlet_count is 'Outlets.';
comment on column daily_places.owner_count is 'Owners of those outlets.';
comment on column daily_places.article_share is 'Share of the day''s articles, 0 to 1.';
comment on column daily_places.history_day_count is 'Days that the usual rests on: up to 4, the same weekdays of the 28 days before; in a young record up to 14, of any weekday; 0 where nothing can be compared.';
comment on column daily_places.usual_article_count is 'Articles to expect at the level of those days, in feeds that were read then as well; null where nothing can be compared.';
comment on column daily_places.comparable_article_count is 'Articles of the day from these feeds: what stands beside the usual.';
comment on column daily_places.ratio is 'comparable_article_count by usual_article_count; null where the usual is zero or there is none.';
comment on column daily_places.ratio_low is 'Lower end of the 95 % interval of the ratio.';
comment on column daily_places.ratio_high is 'Upper end of it; null where the past holds nothing that could bound it.';
comment on column daily_places.p_value is 'How often chance alone would move the count as far from the usual; null where there are too few articles to tell.';
comment on column daily_places.q_value is 'False discoveries to expect among all things of the day, of every kind, with a q-value as small; null where p_value is.';
comment on column daily_places.is_new is 'No feed told of it in the 28 days before.';
comment on column daily_places.coverage is 'Articles that the day''s feeds gave by those they usually give, over all feeds; null where none has a past.';
comment on column daily_places.failed_feed_share is 'Share of that day''s polled feeds that failed wholly, 0 to 1.';
