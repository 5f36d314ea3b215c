-- Feeds to poll at $now, with what their last poll taught; with $all also those that are not due, but none that is gone or whose host asked to wait.
-- Grain: one row a feed.
select feeds.feed_id, feeds.outlet_id, feeds.url, feeds.title, feeds.folder, feeds.language,
    feeds.feed_id in (select feed_id from ops.sitemaps) as has_parts,
    case when states.feed_id is not null then states end as last
from seeds.feeds as feeds
left join ops.feed_state as states using (feed_id)
where feeds.is_enabled and states.gone_at is null
    and regexp_extract(coalesce(states.moved_url, feeds.url), '^[a-z]+://([^/?#]+)', 1)
        not in (select host from ops.host_holds where until_at > $now and noted_at <= $now)
    and ($all or states.next_poll_at is null or states.next_poll_at <= $now or states.last_polled_at > $now)  -- a clock that was set back
order by feeds.url;
