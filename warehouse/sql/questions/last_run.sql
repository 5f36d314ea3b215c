-- The run that started last.
-- Grain: one row, or none.
select flow, state, error, started_at, summary from runs order by started_at desc limit 1;
