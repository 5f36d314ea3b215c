-- The watchlists as they were last counted, in the order of their file.
-- Grain: one row a watchlist.
select * from seeds.watchlists order by watch_no;
