-- Feeds to poll at $now, with what their last poll taught; with $all also those that are not due.
-- Grain: one row a feed.
select feeds.feed_id, feeds.outlet_id, feeds.url, feeds.title, feeds.folder, feeds.language, states.etag, states.last_modified,
    states.next_poll_at, coalesce(states.failure_count, 0) as failure_count, states.last_success_at,
    feeds.feed_id in (select feed_id from ops.sitemaps) as has_parts
from seeds.feeds as feeds
left join ops.feed_state as states using (feed_id)
where feeds.is_enabled
    and not exists (from ops.host_holds as holds where holds.host = regexp_extract(feeds.url, '^[a-z]+://([^/?#]+)', 1) and holds.until_at > $now and holds.noted_at <= $now)
    and ($all or states.next_poll_at is null or states.next_poll_at <= $now or states.last_polled_at > $now)  -- a clock that was set back
order by feeds.url;
