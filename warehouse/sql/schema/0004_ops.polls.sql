-- Each poll of a feed, whatever came of it.
-- Grain: one row a poll.
create table ops.polls (
    poll_id varchar not null,
    feed_id varchar not null,
    run_id varchar not null,
    polled_at timestamptz not null,
    outcome varchar not null,
    status integer,
    item_count integer,
    new_count integer,
    changed_count integer,
    latency_ms integer,
    byte_count bigint,
    is_possible_gap boolean not null,
    final_url varchar,
    error varchar,
    archive_file varchar,
    archive_offset bigint,
    archive_length bigint
);
comment on table ops.polls is 'Each poll of a feed, whatever came of it. Grain: one row a poll.';
comment on column ops.polls.poll_id is 'Id of the poll.';
comment on column ops.polls.feed_id is 'Feed that was polled.';
comment on column ops.polls.run_id is 'Run that polled it.';
comment on column ops.polls.polled_at is 'When the answer came, or the failure.';
comment on column ops.polls.outcome is 'ok, unchanged, not_a_feed, http_error, unreachable, refused, too_large or gone.';
comment on column ops.polls.status is 'HTTP status; null where no answer came.';
comment on column ops.polls.item_count is 'Entries in the document.';
comment on column ops.polls.new_count is 'Entries that no poll of this feed had shown before.';
comment on column ops.polls.changed_count is 'Entries whose title, summary or updated time had changed.';
comment on column ops.polls.latency_ms is 'Milliseconds from the request to the last byte.';
comment on column ops.polls.byte_count is 'Bytes of the decoded body.';
comment on column ops.polls.is_possible_gap is 'No entry in common with the last poll that had any: entries may have been missed between.';
comment on column ops.polls.final_url is 'Address after redirects.';
comment on column ops.polls.error is 'What went wrong, in words.';
comment on column ops.polls.archive_file is 'WARC file that holds the answer, below the archive folder.';
comment on column ops.polls.archive_offset is 'Byte offset of the record in the WARC file.';
comment on column ops.polls.archive_length is 'Bytes of the compressed record.';
