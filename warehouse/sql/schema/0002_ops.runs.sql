-- Each run of the pipeline or of one of its stages.
-- Grain: one row a run.
create table ops.runs (
    run_id varchar not null,
    flow varchar not null,
    engine varchar not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    state varchar not null,
    summary varchar,
    error varchar
);
comment on table ops.runs is 'Each run of the pipeline or of one of its stages. Grain: one row a run.';
comment on column ops.runs.run_id is 'Id of the run.';
comment on column ops.runs.flow is 'What ran: run, collect, extract, analyse, digest, backfill or demo.';
comment on column ops.runs.engine is 'prefect or direct.';
comment on column ops.runs.started_at is 'When it started.';
comment on column ops.runs.ended_at is 'When it ended; null while it runs or when it was killed.';
comment on column ops.runs.state is 'running, completed, failed, or crashed (found dead by a later run).';
comment on column ops.runs.summary is 'The last line that it printed: what came in, what went out, what fell by the way.';
comment on column ops.runs.error is 'Why it failed.';
