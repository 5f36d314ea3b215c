-- Removes the runs that began before $moment.
-- Grain: one row a run.
delete from ops.runs where started_at < $moment;
