-- The watchlists with what they have hit so far.
-- Grain: one row a watchlist.
select name, article_count, first_day, last_day, since_at from watchlists order by watch_no;
