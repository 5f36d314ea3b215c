-- Articles from $day on that a watchlist with alerts hits, first seen since it is watched, of stories and texts it has not told of.
-- Grain: one row a watchlist and article.
with news as (
    select lists.name as watchlist, lists.watch_id, lists.watch_no, articles.article_id, articles.title, articles.outlet, articles.url,
        articles.day, coalesce(articles.published_at, articles.first_seen_at) as published_at,
        coalesce(articles.copy_group_id, articles.article_id) as copy_group_id, coalesce(articles.copy_role, 'origin') as copy_role,
        articles.story_id, coalesce(articles.story_id, articles.copy_group_id, articles.article_id) as story_key
    from seeds.watchlists as lists
    join daily.watch_hits as hits on hits.watch_id = lists.watch_id and hits.day >= $day
    join articles on articles.article_id = hits.article_id
    where lists.alert = 'each' and articles.first_seen_at >= lists.since_at
),
told as (
    select alerted.watch_id, alerted.article_id, coalesce(copies.copy_group_id, alerted.article_id) as copy_group_id, stories.story_id
    from ops.alerted_articles as alerted
    left join facts.copies as copies on copies.article_id = alerted.article_id
    left join facts.stories as stories on stories.article_id = alerted.article_id
)
select news.* from news
where not exists (
    select 1 from told where told.watch_id = news.watch_id
        and (told.article_id = news.article_id or told.copy_group_id = news.copy_group_id or told.story_id = news.story_id)
)
order by news.watch_no, news.story_key, news.copy_role <> 'origin', news.published_at, news.article_id;
