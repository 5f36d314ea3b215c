-- The alerts that are to be sent, the oldest first; those that a killed run was sending among them.
-- Grain: one row an alert.
select * from ops.alerts where state in ('waiting', 'sending') order by made_at, alert_id;
