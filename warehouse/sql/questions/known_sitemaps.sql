-- The parts that these indexes of site maps had when they were last read, the last read first.
-- Grain: one row a feed and part.
select feed_id, url, modified_at, etag, last_modified, read_at from ops.sitemaps
where list_contains($feed_ids, feed_id) order by feed_id, read_at desc, url;
