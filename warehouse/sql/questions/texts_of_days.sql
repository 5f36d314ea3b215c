-- The newest text of each article of the days $first to $last.
-- Grain: one row an article.
with named as (
    select mentions.revision_id, list(distinct actors.name order by actors.name) as actor_names
    from daily.settled_mentions as mentions
    join facts.actors as actors using (actor_id)
    join daily.counted_articles as counted on counted.revision_id = mentions.revision_id and counted.day between $first and $last
    group by mentions.revision_id
)
select counted.article_id, counted.day, counted.outlet_id, coalesce(outlets.name, '') as outlet, coalesce(outlets.is_agency, false) as is_agency,
    coalesce(articles.published_at, articles.first_seen_at) as published_at, revisions.title, revisions.byline, revisions.lede,
    revisions.body, revisions.language, coalesce(named.actor_names, []) as actor_names
from daily.counted_articles as counted
join facts.articles as articles using (article_id)
join facts.revisions as revisions on revisions.revision_id = counted.revision_id
left join seeds.outlets as outlets on outlets.outlet_id = counted.outlet_id
left join named on named.revision_id = counted.revision_id
where counted.day between $first and $last
order by published_at, counted.article_id;
