-- The day's articles of some stories, in the order of their publication.
-- Grain: one row an article.
select articles.story_id, articles.article_id, articles.outlet, articles.title, articles.url,
    coalesce(articles.published_at, articles.first_seen_at) as published_at, articles.language, articles.lede, articles.word_count,
    articles.copy_group_id, coalesce(articles.copy_role, 'origin') as copy_role, origins.outlet as origin_outlet,
    articles.revision_no > 1 as is_corrected
from articles
left join articles as origins on origins.article_id = articles.copy_group_id
where articles.day = $day and articles.state = 'read' and list_contains($story_ids, articles.story_id)
order by published_at, articles.article_id;
