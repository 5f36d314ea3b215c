-- The alerts that are to be sent, the oldest first of those that were tried as often; those that a killed run was sending among them.
-- Grain: one row an alert.
select * from ops.alerts where state in ('waiting', 'sending') order by attempt_count, made_at, alert_id;
