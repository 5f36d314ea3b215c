-- What became of each fetched page.
-- Grain: one row a fetch with outcome ok.
create table ops.extractions (
    fetch_id varchar not null,
    article_id varchar not null,
    extracted_at timestamptz not null,
    outcome varchar not null,
    revision_id varchar,
    method_id varchar not null
);
comment on table ops.extractions is 'What became of each fetched page. Grain: one row a fetch with outcome ok.';
comment on column ops.extractions.fetch_id is 'Fetch whose page was read.';
comment on column ops.extractions.article_id is 'Article that the page is of.';
comment on column ops.extractions.extracted_at is 'When it was read.';
comment on column ops.extractions.outcome is 'revision (a new one), same (the text was known) or rejected.';
comment on column ops.extractions.revision_id is 'Revision that it gave or confirmed.';
comment on column ops.extractions.method_id is 'Build of extract that read it.';
