-- Keeps the articles of some days that a watchlist hits.
-- Grain: one row a watchlist and article.
insert into daily.watch_hits by name
select $watch_id as watch_id, day, article_id from daily.counted_articles
where article_id in (select unnest($article_ids)) and day in (select unnest($days))
order by day, article_id;
