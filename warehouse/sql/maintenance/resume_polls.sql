-- Has some feeds polled at the next run, at their own addresses, whatever their last polls taught.
-- Grain: one row a feed.
update ops.feed_state set gone_at = null, next_poll_at = last_polled_at, moved_url = null, permanent_url = null, permanent_count = 0
where list_contains($feed_ids, feed_id);
