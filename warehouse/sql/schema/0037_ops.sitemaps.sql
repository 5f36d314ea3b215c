-- Parts of those site map indexes that are polled: what the next poll must know of each.
-- Grain: one row a feed and part.
create table ops.sitemaps (
    feed_id varchar not null,
    url varchar not null,
    modified_at timestamptz,
    etag varchar,
    last_modified varchar,
    read_at timestamptz not null
);
comment on table ops.sitemaps is 'Parts of those site map indexes that are polled: what the next poll must know of each. Grain: one row a feed and part.';
comment on column ops.sitemaps.feed_id is 'Feed that is the index.';
comment on column ops.sitemaps.url is 'Address of the part.';
comment on column ops.sitemaps.modified_at is 'When the index said that the part changed, as it was last read; null where it does not say.';
comment on column ops.sitemaps.etag is 'ETag that came with the part''s last content, exactly as sent.';
comment on column ops.sitemaps.last_modified is 'Last-Modified that came with it, exactly as sent.';
comment on column ops.sitemaps.read_at is 'When the part was last asked for and answered.';
