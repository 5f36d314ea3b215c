-- The newest state of a feed replaces the one before; so does one that seems a day older or more: the clock was set back.
-- Grain: one row a feed.
merge into ops.feed_state as known
using (select * from staged_feed_state qualify row_number() over (partition by feed_id order by last_polled_at desc) = 1) as staged
on known.feed_id = staged.feed_id
when matched and (known.last_polled_at <= staged.last_polled_at or known.last_polled_at > staged.last_polled_at + interval 1 day) then update set
    etag = staged.etag, last_modified = staged.last_modified, next_poll_at = staged.next_poll_at,
    failure_count = staged.failure_count, last_success_at = coalesce(staged.last_success_at, known.last_success_at),
    last_polled_at = staged.last_polled_at, validated_url = staged.validated_url, whole_at = staged.whole_at,
    ttl_minutes = staged.ttl_minutes, gap_minutes = staged.gap_minutes, span_minutes = staged.span_minutes,
    newest_at = staged.newest_at, skip_hours = staged.skip_hours, skip_days = staged.skip_days, listed = staged.listed,
    permanent_url = staged.permanent_url, permanent_count = staged.permanent_count, moved_url = staged.moved_url,
    gone_at = staged.gone_at
when not matched then insert by name;
