-- Feeds that need a look: some poll of the day failed, or may have missed entries.
-- Grain: one row a feed.
with last_errors as (
    select feed_id, arg_max(error, polled_at) as error, max(polled_at) as polled_at
    from polls where outcome not in ('ok', 'unchanged') and polled_at < $until group by feed_id
),
last_successes as (
    select feed_id, max(polled_at) as polled_at from polls where outcome in ('ok', 'unchanged') and polled_at < $until group by feed_id
)
select coverage.feed, coalesce(coverage.outlet, '') as outlet, coverage.feed_url as url, coverage.state, coverage.poll_count,
    coverage.failed_poll_count, coverage.gap_count, last_successes.polled_at as last_success_at, coalesce(last_errors.error, '') as error
from daily_coverage as coverage
left join last_errors using (feed_id)
left join last_successes using (feed_id)
where coverage.day = $day and (coverage.state in ('failed', 'partial') or coverage.gap_count > 0)
order by coverage.state, coverage.feed;
