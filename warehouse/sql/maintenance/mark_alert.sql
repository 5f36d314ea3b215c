-- Writes down where an alert is. An attempt counts when it begins.
-- Grain: one row an alert.
update ops.alerts set state = $state, error = $error, next_try_at = $next_try_at,
    attempt_count = attempt_count + ($state = 'sending')::integer,
    tried_at = if($state = 'sending', $now, tried_at), sent_at = if($state = 'sent', $now, sent_at)
where alert_id = $alert_id;
