-- Puts an alert into the outbox, unless it is there.
-- Grain: one row an alert.
insert into ops.alerts by name
select $alert_id as alert_id, $watch_id as watch_id, $watchlist as watchlist, $kind as kind, $target as target, $day as day,
    $title as title, $body as body, 'waiting' as state, 0 as attempt_count, $made_at as made_at
where not exists (select 1 from ops.alerts where alert_id = $alert_id);
