-- Feeds that need a look: some poll of the day failed, or may have missed entries, or the feed has gone or fallen silent.
-- Grain: one row a feed.
with of_day as (select feed_id, state as day_state, poll_count, failed_poll_count, gap_count from daily_coverage where day = $day)
select states.title as feed, coalesce(outlets.name, '') as outlet, states.url, states.state, of_day.day_state,
    coalesce(of_day.poll_count, 0) as poll_count, coalesce(of_day.failed_poll_count, 0) as failed_poll_count,
    coalesce(of_day.gap_count, 0) as gap_count, states.last_success_at, states.newest_at, states.recent_poll_count,
    states.recent_failed_poll_count,
    case when states.state in ('failing', 'flaky', 'gone') or of_day.failed_poll_count > 0 then coalesce(states.last_error, '') else '' end as error
from feed_states($until) as states
left join of_day using (feed_id)
left join seeds.outlets as outlets using (outlet_id)
where states.is_enabled
    and (states.state in ('failing', 'flaky', 'silent', 'gone') or of_day.day_state in ('failed', 'partial') or of_day.gap_count > 0)
order by states.state, states.title;
