-- Runs of the pipeline.
-- Grain: one row a run.
create or replace view runs as
select * from ops.runs;
comment on view runs is 'Runs of the pipeline. Grain: one row a run.';
