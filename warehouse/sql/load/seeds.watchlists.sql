-- Seeds are what people wrote last: the whole table is replaced.
-- Grain: one row a watchlist.
delete from seeds.watchlists;

insert into seeds.watchlists by name select * from staged_watchlists;
