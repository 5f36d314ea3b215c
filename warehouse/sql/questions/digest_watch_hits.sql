-- The articles of the day that a watchlist hits: the text that most outlets print first, then the earliest.
-- Grain: one row a watchlist and article.
select hits.watch_id as id, articles.article_id, articles.outlet, articles.title, articles.url, articles.language,
    coalesce(articles.published_at, articles.first_seen_at) as published_at,
    coalesce(articles.copy_group_id, articles.article_id) as copy_group_id, coalesce(articles.copy_role, 'origin') as copy_role,
    origins.outlet as origin_outlet, articles.revision_no > 1 as is_corrected
from daily.watch_hits as hits
join articles on articles.article_id = hits.article_id
left join articles as origins on origins.article_id = articles.copy_group_id
where hits.day = $day::date
order by hits.watch_id, count(*) over (partition by hits.watch_id, coalesce(articles.copy_group_id, articles.article_id)) desc,
    coalesce(articles.copy_role, 'origin') <> 'origin', published_at, articles.article_id;
