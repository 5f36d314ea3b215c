-- The day's watchlists, and the plain mean of up to 28 watched days before.
-- Grain: one row a day and watchlist with an article.
create or replace view daily_watchlists as
select counts.day, counts.watch_id, lists.name as watchlist, counts.article_count, counts.copy_group_count,
    counts.outlet_count, counts.owner_count, counts.article_share,
    coalesce(greatest(0, least(28, counts.day - record.first_day)), 0) as history_day_count,
    coalesce(sum(counts.article_count) filter (where counts.day >= record.first_day) over past, 0)
        / nullif(greatest(0, least(28, counts.day - record.first_day)), 0) as usual_article_count,
    coverage.failed_feed_share
from daily.watchlists as counts
join seeds.watchlists as lists on lists.watch_id = counts.watch_id
cross join daily.record as record
left join daily_coverage_total as coverage on coverage.day = counts.day
window past as (partition by counts.watch_id order by counts.day range between interval 28 days preceding and interval 1 day preceding);
comment on view daily_watchlists is 'The day''s watchlists, and the plain mean of up to 28 watched days before. Grain: one row a day and watchlist with an article.';
comment on column daily_watchlists.day is 'Day.';
comment on column daily_watchlists.watch_id is 'Watchlist.';
comment on column daily_watchlists.watchlist is 'Its name.';
comment on column daily_watchlists.article_count is 'Articles that fit it.';
comment on column daily_watchlists.copy_group_count is 'Different texts that do.';
comment on column daily_watchlists.outlet_count is 'Outlets that printed one.';
comment on column daily_watchlists.owner_count is 'Owners of those outlets.';
comment on column daily_watchlists.article_share is 'Share of the day''s articles, 0 to 1.';
comment on column daily_watchlists.history_day_count is 'Days that the mean rests on: up to 28, none from before the first poll.';
comment on column daily_watchlists.usual_article_count is 'Plain mean of articles a day over those days, not feed by feed as that of actors and topics; null until there is one.';
comment on column daily_watchlists.failed_feed_share is 'Share of that day''s polled feeds that failed wholly, 0 to 1.';
