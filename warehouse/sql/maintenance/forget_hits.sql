-- Removes what a watchlist hit on some days; on all of them where no days are given.
-- Grain: one row a watchlist and article.
delete from daily.watch_hits
where watch_id = $watch_id and ($days is null or day in (select unnest($days)));
