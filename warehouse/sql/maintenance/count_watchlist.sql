-- Counts what a watchlist hits on some days: articles, different texts, outlets, owners.
-- Grain: one row a day and watchlist.
insert into daily.watchlists by name
with counted as (select * from daily.counted_articles where day in (select unnest($days))),
totals as (select day, count(*) as article_count from counted group by day)
select counted.day, $watch_id as watch_id, count(*)::integer as article_count,
    count(distinct counted.copy_group_id)::integer as copy_group_count,
    count(distinct counted.outlet_id)::integer as outlet_count, count(distinct counted.owner)::integer as owner_count,
    count(*) / any_value(totals.article_count) as article_share
from daily.watch_hits as hits
join counted on counted.article_id = hits.article_id and counted.day = hits.day
join totals on totals.day = counted.day
where hits.watch_id = $watch_id
group by counted.day
order by counted.day;
