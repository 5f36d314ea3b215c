-- Writes down a run that begins; one that is still "running" was killed, as only one run has the project at a time.
-- Grain: one row a run.
insert into ops.runs by name
select $run_id as run_id, $flow as flow, $engine as engine, $started_at as started_at, 'running' as state;
