-- The articles that fit each watchlist; the sentences are shown by dateline find.
-- Grain: one row a watchlist and article.
create or replace view watch_hits as
select lists.name as watchlist, hits.day, articles.outlet, articles.title, articles.url, articles.published_at,
    articles.language, articles.story_id, articles.copy_group_id, articles.copy_role, articles.article_id, hits.watch_id
from daily.watch_hits as hits
join seeds.watchlists as lists on lists.watch_id = hits.watch_id
join articles on articles.article_id = hits.article_id;
comment on view watch_hits is 'The articles that fit each watchlist; the sentences are shown by dateline find. Grain: one row a watchlist and article.';
comment on column watch_hits.watchlist is 'Name of the watchlist.';
comment on column watch_hits.day is 'Date in the reader''s zone.';
comment on column watch_hits.outlet is 'Outlet''s name.';
comment on column watch_hits.title is 'Headline.';
comment on column watch_hits.url is 'Address.';
comment on column watch_hits.published_at is 'When it was published; null where unknown.';
comment on column watch_hits.language is 'ISO 639-1 code.';
comment on column watch_hits.story_id is 'Story.';
comment on column watch_hits.copy_group_id is 'Copy group: the article that the text is taken from.';
comment on column watch_hits.copy_role is 'origin, verbatim, trimmed, extended or rewritten; null until copies are looked for.';
comment on column watch_hits.article_id is 'Article.';
comment on column watch_hits.watch_id is 'Watchlist.';
