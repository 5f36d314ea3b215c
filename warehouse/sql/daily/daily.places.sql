-- Counts the places of the touched days: mentions, articles, different texts, outlets, owners, articles about them.
-- Grain: one row a day, language, folder and place.
delete from daily.places where day in (select day from ops.touched_days);

insert into daily.places by name
with counted as (from touched_articles),
totals as (select day, language, folder, count(*) as article_count from counted group by all)
select counted.day, counted.language, counted.folder, places.place_id,
    count(*)::integer as mention_count, count(distinct counted.article_id)::integer as article_count,
    count(distinct counted.copy_group_id)::integer as copy_group_count,
    count(distinct counted.outlet_id)::integer as outlet_count, count(distinct counted.owner)::integer as owner_count,
    count(distinct counted.article_id) filter (where places.is_focus)::integer as focus_count,
    count(distinct counted.article_id) / any_value(totals.article_count) as article_share,
    min(places.name) as name, min(places.kind) as kind, min(places.country) as country, min(places.lat) as lat, min(places.lon) as lon
from touched_places as places
join counted using (revision_id)
join totals using (day, language, folder)
group by counted.day, counted.language, counted.folder, places.place_id
order by counted.day, counted.language, counted.folder, places.place_id;
