-- Different texts a day of the watchlists that alert of bursts, over the 28 days to $day, with the day's headlines.
-- Grain: one row a watchlist and day.
select lists.name as watchlist, lists.watch_id, lists.since_at, counts.day, counts.copy_group_count, counts.outlet_count, record.first_day,
    coalesce((
        select list(articles.title order by coalesce(articles.published_at, articles.first_seen_at), articles.article_id)
        from daily.watch_hits as hits join articles on articles.article_id = hits.article_id
        where hits.watch_id = lists.watch_id and hits.day = $day and counts.day = $day
            and coalesce(articles.copy_role, 'origin') = 'origin'
    ), []) as titles
from seeds.watchlists as lists
join daily.watchlists as counts on counts.watch_id = lists.watch_id
cross join daily.record as record
where lists.alert = 'burst' and counts.day between $day::date - 28 and $day and record.first_day is not null
order by lists.watch_no, counts.day;
