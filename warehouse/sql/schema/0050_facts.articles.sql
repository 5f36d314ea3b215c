-- What it means that a publication time is doubted.
-- Grain: one row an article.
comment on column facts.articles.published_source is 'Where published_at comes from: json-ld, meta, time, text, modified, feed; empty where there is none.';
comment on column facts.articles.published_precision is 'time, day, or empty where there is no time or it is not to be relied on.';
comment on column facts.articles.is_suspect is 'The publication time is doubted and was not used for the day: in the future, absurd, unreadable, made up by the feed as it is asked, or over a year from the address.';
comment on column facts.articles.first_seen_at is 'When a poll first showed it, in whatever feed.';
