-- The day's places, and the usual: the mean of up to 28 watched days before, days without counted as zero.
-- Grain: one row a day and place.
create or replace view daily_places as
with known as (
    select coalesce(geonames_id::varchar, name) as place_id, min(name) as name, min(kind) as kind, min(country) as country,
        min(lat) as lat, min(lon) as lon
    from facts.places group by all
)
select counts.day, counts.place_id, known.name as place, known.kind, known.country, known.lat, known.lon,
    counts.mention_count, counts.focus_count, counts.article_count, counts.copy_group_count, counts.outlet_count,
    counts.owner_count, counts.article_share,
    coalesce(greatest(0, least(28, counts.day - record.first_day)), 0) as history_day_count,
    coalesce(sum(counts.article_count) filter (where counts.day >= record.first_day) over past, 0)
        / nullif(greatest(0, least(28, counts.day - record.first_day)), 0) as usual_article_count,
    coverage.failed_feed_share
from daily.places as counts
left join known using (place_id)
cross join daily.record as record
left join daily_coverage_total as coverage on coverage.day = counts.day
where counts.language = 'all' and counts.folder = 'all'
window past as (partition by counts.place_id order by counts.day range between interval 28 days preceding and interval 1 day preceding);
comment on view daily_places is 'The day''s places, and the usual: the mean of up to 28 watched days before, days without counted as zero. Grain: one row a day and place.';
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
comment on column daily_places.history_day_count is 'Days that the usual rests on: up to 28, none from before the first poll.';
comment on column daily_places.usual_article_count is 'Mean articles a day over those days; null until there is one.';
comment on column daily_places.failed_feed_share is 'Share of that day''s polled feeds that failed wholly, 0 to 1.';
