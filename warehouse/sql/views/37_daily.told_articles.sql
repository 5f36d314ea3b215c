-- The articles of stories, with what tells who had a story first.
-- Grain: one row an article of a story.
create or replace view daily.told_articles as
select stories.story_id, articles.day, coalesce(articles.published_at, articles.first_seen_at) as told_at,
    articles.published_at is not null and articles.published_precision = 'time' and not articles.is_suspect as is_timed,
    articles.article_id, articles.outlet_id, coalesce(outlets.name, '') as outlet, counted.owner, counted.copy_group_id,
    revisions.title, articles.url, copies.role as copy_role, copies.origin_outlet_id, copies.origin_evidence
from facts.stories as stories
join daily.counted_articles as counted using (article_id)
join facts.articles as articles using (article_id)
join facts.revisions as revisions on revisions.article_day = counted.day and revisions.revision_id = counted.revision_id and revisions.article_id = counted.article_id
left join facts.copies as copies on copies.article_id = counted.article_id
left join seeds.outlets as outlets on outlets.outlet_id = articles.outlet_id;
comment on view daily.told_articles is 'The articles of stories, with what tells who had a story first. Grain: one row an article of a story.';
comment on column daily.told_articles.story_id is 'Story.';
comment on column daily.told_articles.day is 'Date in the reader''s zone.';
comment on column daily.told_articles.told_at is 'When it was published; when a poll first showed it where that is not known.';
comment on column daily.told_articles.is_timed is 'Whether the page or the feed gives the time of day of its publication, and it is not doubted.';
comment on column daily.told_articles.article_id is 'Article.';
comment on column daily.told_articles.outlet_id is 'Outlet.';
comment on column daily.told_articles.outlet is 'Outlet''s name.';
comment on column daily.told_articles.owner is 'Owner of the outlet; the outlet''s own id where unknown.';
comment on column daily.told_articles.copy_group_id is 'Article id of the origin of its text.';
comment on column daily.told_articles.title is 'Headline.';
comment on column daily.told_articles.url is 'Address of the article.';
comment on column daily.told_articles.copy_role is 'origin, verbatim, trimmed, extended or rewritten.';
comment on column daily.told_articles.origin_outlet_id is 'Outlet that the text likely comes from.';
comment on column daily.told_articles.origin_evidence is 'What speaks for that outlet.';
