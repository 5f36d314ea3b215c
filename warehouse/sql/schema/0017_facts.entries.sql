-- Entries as the feeds gave them.
-- Grain: one row a feed and entry.
create table facts.entries (
    entry_id varchar not null,
    feed_id varchar not null,
    article_id varchar not null,
    guid varchar,
    url varchar not null,
    title varchar not null,
    summary varchar not null,
    author varchar not null,
    published_at timestamptz,
    updated_at timestamptz,
    published_text varchar not null,
    categories varchar not null,
    first_seen_at timestamptz not null,
    changed_at timestamptz not null,
    content_hash varchar not null
);
comment on table facts.entries is 'Entries as the feeds gave them. Grain: one row a feed and entry.';
comment on column facts.entries.entry_id is 'Id made from feed and article.';
comment on column facts.entries.feed_id is 'Feed.';
comment on column facts.entries.article_id is 'Article that the link identifies.';
comment on column facts.entries.guid is 'The entry''s own id.';
comment on column facts.entries.url is 'Link, absolute.';
comment on column facts.entries.title is 'Title as the feed gave it, in plain text.';
comment on column facts.entries.summary is 'Summary in plain text.';
comment on column facts.entries.author is 'Author as the feed gave it.';
comment on column facts.entries.published_at is 'Publication time that the feed gave.';
comment on column facts.entries.updated_at is 'Time of change that the feed gave.';
comment on column facts.entries.published_text is 'The time as printed.';
comment on column facts.entries.categories is 'The feed''s categories, separated by "; ".';
comment on column facts.entries.first_seen_at is 'When a poll first showed it.';
comment on column facts.entries.changed_at is 'When a poll last showed it changed; first_seen_at until then.';
comment on column facts.entries.content_hash is 'Hash of title, summary and updated time.';
