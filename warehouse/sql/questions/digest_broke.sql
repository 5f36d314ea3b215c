-- Who had some stories first, up to the day: of each outlet that told one, its earliest article.
-- Grain: one row a story and outlet.
select articles.story_id, articles.article_id, articles.outlet, articles.title, articles.url, articles.language,
    coalesce(articles.published_at, articles.first_seen_at) as published_at, articles.revision_no > 1 as is_corrected
from articles
where articles.day <= $day and articles.state = 'read' and list_contains($story_ids, articles.story_id)
    and not articles.is_suspect
qualify row_number() over (
    partition by articles.story_id, articles.outlet_id order by published_at, articles.article_id
) = 1
order by articles.story_id, published_at, articles.article_id;
