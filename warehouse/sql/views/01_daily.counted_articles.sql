-- Articles that aggregates count: the newest text of each, with its owner and its copy group.
-- Grain: one row an article with text.
create or replace view daily.counted_articles as
select
    articles.article_id, articles.day, articles.outlet_id, revisions.revision_id, revisions.word_count, revisions.language,
    coalesce(nullif(outlets.owner, ''), articles.outlet_id) as owner,
    coalesce(copies.copy_group_id, articles.article_id) as copy_group_id
from facts.articles as articles
join facts.revisions as revisions
    on revisions.article_day = articles.day and revisions.article_id = articles.article_id and revisions.is_newest
left join seeds.outlets as outlets on outlets.outlet_id = articles.outlet_id
left join facts.copies as copies on copies.article_id = articles.article_id
where articles.same_as_id is null;
comment on view daily.counted_articles is 'Articles that aggregates count: the newest text of each, with its owner and its copy group. Grain: one row an article with text.';
comment on column daily.counted_articles.article_id is 'Article.';
comment on column daily.counted_articles.day is 'Date in the reader''s zone.';
comment on column daily.counted_articles.revision_id is 'Revision.';
comment on column daily.counted_articles.outlet_id is 'Outlet.';
comment on column daily.counted_articles.word_count is 'Words in the body.';
comment on column daily.counted_articles.language is 'ISO 639-1 code.';
comment on column daily.counted_articles.owner is 'Owner of the outlet; the outlet''s own id where unknown.';
comment on column daily.counted_articles.copy_group_id is 'Article id of the origin of its text.';
