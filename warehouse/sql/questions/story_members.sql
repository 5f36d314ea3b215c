-- The articles with text of some days, and all of every story that one of them belongs to.
-- Grain: one row an article.
with near as (select article_id from facts.articles where day in (select unnest($days::date[]))),
members as (
    select article_id from near
    union
    select article_id from facts.stories where story_id in (select story_id from facts.stories semi join near using (article_id))
)
select counted.article_id, stories.story_id, coalesce(articles.published_at, articles.first_seen_at) as published_at, revisions.title
from members
join daily.counted_articles as counted using (article_id)
join facts.articles as articles using (article_id)
join facts.revisions as revisions on revisions.article_day = counted.day and revisions.revision_id = counted.revision_id
left join facts.stories as stories on stories.article_id = counted.article_id
order by published_at, counted.article_id;
