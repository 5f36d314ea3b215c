-- WARC files that `dateline backfill` has read.
-- Grain: one row a file and run.
create table ops.warc_files (
    run_id varchar not null,
    file varchar not null,
    read_at timestamptz not null,
    record_count bigint not null,
    page_count bigint not null,
    known_count bigint not null,
    damaged_count bigint not null,
    error varchar
);
comment on table ops.warc_files is 'WARC files that `dateline backfill` has read. Grain: one row a file and run.';
comment on column ops.warc_files.run_id is 'Run that read it.';
comment on column ops.warc_files.file is 'Name of the file.';
comment on column ops.warc_files.read_at is 'When it had been read to its end.';
comment on column ops.warc_files.record_count is 'Records in it.';
comment on column ops.warc_files.page_count is 'Pages that were taken from it.';
comment on column ops.warc_files.known_count is 'Pages that were left, because they or later ones of their articles were there.';
comment on column ops.warc_files.damaged_count is 'Records that could not be read.';
comment on column ops.warc_files.error is 'The first of them, in words, with its place; null where there is none.';
