-- Writes down how a run ended.
-- Grain: one row a run.
update ops.runs set state = $state, error = $error, ended_at = $ended_at, summary = $summary where run_id = $run_id;
