-- Articles by identity: one row however many feeds carry it.
-- Grain: one row an article.
create table facts.articles (
    article_id varchar not null,
    outlet_id varchar not null,
    url varchar not null,
    canonical_url varchar,
    first_seen_at timestamptz not null,
    published_at timestamptz,
    published_source varchar not null,
    published_precision varchar not null,
    is_suspect boolean not null,
    day date not null
);
comment on table facts.articles is 'Articles by identity: one row however many feeds carry it. Grain: one row an article.';
comment on column facts.articles.article_id is 'Id made from the address without its twins and tracking parameters.';
comment on column facts.articles.outlet_id is 'Outlet whose feed showed it first.';
comment on column facts.articles.url is 'Address as first seen, without tracking parameters.';
comment on column facts.articles.canonical_url is 'Address that the page itself names.';
comment on column facts.articles.first_seen_at is 'When a poll first showed it.';
comment on column facts.articles.published_at is 'When it was published: the page''s word before the feed''s.';
comment on column facts.articles.published_source is 'Where published_at comes from: json-ld, meta, time, text, feed; empty where there is none.';
comment on column facts.articles.published_precision is 'time, day, or empty.';
comment on column facts.articles.is_suspect is 'The publication time is in the future or absurd and was not used for the day.';
comment on column facts.articles.day is 'Date in the reader''s zone of published_at, or of first_seen_at where that is missing or suspect.';
