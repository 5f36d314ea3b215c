-- Each request for a page, whatever came of it.
-- Grain: one row a request.
create table ops.fetches (
    fetch_id varchar not null,
    run_id varchar not null,
    article_id varchar not null,
    url varchar not null,
    fetched_at timestamptz not null,
    outcome varchar not null,
    status integer,
    final_url varchar,
    content_type varchar,
    byte_count bigint,
    latency_ms integer,
    error varchar,
    etag varchar,
    last_modified varchar,
    content_hash varchar,
    archive_file varchar,
    archive_offset bigint,
    archive_length bigint
);
comment on table ops.fetches is 'Each request for a page, whatever came of it. Grain: one row a request.';
comment on column ops.fetches.fetch_id is 'Id of the request.';
comment on column ops.fetches.run_id is 'Run that made it.';
comment on column ops.fetches.article_id is 'Article that the page is of.';
comment on column ops.fetches.url is 'Address asked for.';
comment on column ops.fetches.fetched_at is 'When the answer came, or the failure.';
comment on column ops.fetches.outcome is 'ok, unchanged, http_error, unreachable, refused, too_large or not_html.';
comment on column ops.fetches.status is 'HTTP status; null where no answer came.';
comment on column ops.fetches.final_url is 'Address after redirects.';
comment on column ops.fetches.content_type is 'Content-Type as sent.';
comment on column ops.fetches.byte_count is 'Bytes of the decoded body.';
comment on column ops.fetches.latency_ms is 'Milliseconds from the request to the last byte.';
comment on column ops.fetches.error is 'What went wrong, in words.';
comment on column ops.fetches.etag is 'ETag as sent.';
comment on column ops.fetches.last_modified is 'Last-Modified as sent.';
comment on column ops.fetches.content_hash is 'Hash of the decoded body.';
comment on column ops.fetches.archive_file is 'WARC file that holds the answer, below the archive folder.';
comment on column ops.fetches.archive_offset is 'Byte offset of the record in the WARC file.';
comment on column ops.fetches.archive_length is 'Bytes of the compressed record.';
