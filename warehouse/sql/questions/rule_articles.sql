-- Some articles as a reader is told of them, the newest first.
-- Grain: one row an article.
select articles.article_id, articles.revision_id, articles.title, articles.outlet, articles.url, articles.day,
    coalesce(articles.published_at, articles.first_seen_at) as published_at, articles.first_seen_at, articles.language,
    articles.story_id, coalesce(articles.copy_group_id, articles.article_id) as copy_group_id,
    coalesce(articles.copy_role, 'origin') as copy_role, counted.owner, articles.outlet_id,
    articles.revision_no > 1 as is_corrected
from articles
join daily.counted_articles as counted using (article_id)
where articles.article_id in (select unnest($article_ids))
order by published_at desc, articles.article_id;
