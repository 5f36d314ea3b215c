-- How many alerts went to each target since a moment, arrived or not known to have.
-- Grain: one row a target.
select target, count(*) as sent_count from ops.alerts where tried_at >= $since group by target order by target;
