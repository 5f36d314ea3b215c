-- The newest copy of a robots.txt replaces the one before.
-- Grain: one row a scheme, host and port.
merge into ops.robots as known
using (select * from staged_robots qualify row_number() over (partition by origin order by fetched_at desc, text) = 1) as staged
on known.origin = staged.origin
when matched and known.fetched_at <= staged.fetched_at then update set
    access = staged.access, text = staged.text, status = staged.status, error = staged.error, etag = staged.etag,
    last_modified = staged.last_modified, fetched_at = staged.fetched_at, expires_at = staged.expires_at,
    changed_at = staged.changed_at, failing_from_at = staged.failing_from_at, failure_count = staged.failure_count,
    crawl_delay_s = staged.crawl_delay_s
when not matched then insert by name;
