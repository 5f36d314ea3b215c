-- How the feeds' last polls went.
-- Grain: one row a feed.
select * from feeds order by url;
