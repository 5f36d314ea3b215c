-- What each robots.txt said when it was last asked for: kept at most a day, and across runs.
-- Grain: one row a scheme, host and port.
create table ops.robots (
    origin varchar not null,
    access varchar not null,
    text varchar not null,
    status integer,
    error varchar,
    etag varchar,
    last_modified varchar,
    fetched_at timestamptz not null,
    expires_at timestamptz not null,
    changed_at timestamptz not null,
    failing_from_at timestamptz,
    failure_count integer not null,
    crawl_delay_s double
);
comment on table ops.robots is 'What each robots.txt said when it was last asked for: kept at most a day, and across runs. Grain: one row a scheme, host and port.';
comment on column ops.robots.origin is 'Scheme, host and port that it speaks for: https://example.org.';
comment on column ops.robots.access is 'rules (its text decides), all (there is none: everything is allowed) or wait (it could not be read: nothing is asked for).';
comment on column ops.robots.text is 'The file, up to 512 KiB; while it cannot be read, as it was when it last could.';
comment on column ops.robots.status is 'HTTP status of the last answer; null where none came.';
comment on column ops.robots.error is 'What went wrong, in words.';
comment on column ops.robots.etag is 'ETag that came with the text, exactly as sent.';
comment on column ops.robots.last_modified is 'Last-Modified that came with it, exactly as sent.';
comment on column ops.robots.fetched_at is 'When it was last asked for.';
comment on column ops.robots.expires_at is 'When it is to be asked for again, if a page of the origin is wanted then.';
comment on column ops.robots.changed_at is 'When its text was first seen as it is: pages that it did not allow before are asked about again.';
comment on column ops.robots.failing_from_at is 'Since when it cannot be read; null while it can. After 30 days its last text decides.';
comment on column ops.robots.failure_count is 'Failures since it could last be read.';
comment on column ops.robots.crawl_delay_s is 'Seconds between two requests that it asks for, at most 60; null where it does not.';
