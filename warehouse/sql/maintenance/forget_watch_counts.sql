-- Removes what was counted of a watchlist on some days; on all of them where no days are given.
-- Grain: one row a day and watchlist.
delete from daily.watchlists
where watch_id = $watch_id and ($days is null or day in (select unnest($days)));
