-- Which revision was read by which build of analyse.
-- Grain: one row a revision.
create table ops.analyses (
    revision_id varchar not null,
    method_id varchar not null,
    outcome varchar not null,
    analysed_at timestamptz not null
);
comment on table ops.analyses is 'Which revision was read by which build of analyse. Grain: one row a revision.';
comment on column ops.analyses.revision_id is 'Revision that was read.';
comment on column ops.analyses.method_id is 'Build that read it.';
comment on column ops.analyses.analysed_at is 'When.';
comment on column ops.analyses.outcome is 'read, or why it was ended: timeout or crashed.';
