-- Two addresses of one article are two rows, of which one says that it is the other.
-- Grain: one row an article.
alter table facts.articles add column same_as_id varchar;
comment on column facts.articles.same_as_id is 'The article that this one is under another address, the first that was seen of them; null where it is itself.';
