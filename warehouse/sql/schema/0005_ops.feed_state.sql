-- What the next poll of a feed must know; saved together with the entries it vouches for.
-- Grain: one row a feed.
create table ops.feed_state (
    feed_id varchar not null,
    etag varchar,
    last_modified varchar,
    next_poll_at timestamptz not null,
    failure_count integer not null,
    last_success_at timestamptz,
    last_polled_at timestamptz not null
);
comment on table ops.feed_state is 'What the next poll of a feed must know; saved together with the entries it vouches for. Grain: one row a feed.';
comment on column ops.feed_state.feed_id is 'Feed.';
comment on column ops.feed_state.etag is 'ETag that came with the last stored content, exactly as sent.';
comment on column ops.feed_state.last_modified is 'Last-Modified that came with it, exactly as sent.';
comment on column ops.feed_state.next_poll_at is 'Not to be polled before.';
comment on column ops.feed_state.failure_count is 'Failures since the last success.';
comment on column ops.feed_state.last_success_at is 'When the feed last answered with a feed, or with not modified.';
comment on column ops.feed_state.last_polled_at is 'When it was last polled.';
