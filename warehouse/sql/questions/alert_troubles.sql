-- Alerts of the last days that did not arrive, or of which that is not known, by watchlist and target.
-- Grain: one row a watchlist, target, state and reason.
select watchlist, target, state, error, count(*) as alert_count, max(made_at) as newest_at
from ops.alerts
where made_at >= $since and (state in ('failed', 'unknown', 'lapsed') or (state = 'waiting' and attempt_count > 0))
group by all order by all;
