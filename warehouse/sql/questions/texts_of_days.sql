-- The newest text of each article of the days $first to $last.
-- Grain: one row an article.
with counted as (
    select article_id, day, outlet_id, revision_id from daily.counted_articles where day between $first and $last
),
named as (
    select mentions.revision_id, list(distinct actors.name order by actors.name) as actor_names
    from daily.settled_mentions as mentions
    join facts.actors as actors using (actor_id)
    semi join counted using (revision_id)
    where mentions.article_day between $first and $last
    group by mentions.revision_id
),
placed as (
    select revision_id, list(distinct geonames_id::varchar order by geonames_id::varchar) as place_ids
    from facts.places semi join counted using (revision_id)
    where article_day between $first and $last and geonames_id is not null
    group by revision_id
)
select counted.article_id, counted.day, counted.outlet_id, coalesce(articles.published_at, articles.first_seen_at) as published_at,
    revisions.title, revisions.body, revisions.language, coalesce(named.actor_names, []) as actor_names,
    coalesce(placed.place_ids, []) as place_ids
from counted
join facts.articles as articles on articles.day = counted.day and articles.article_id = counted.article_id
join facts.revisions as revisions
    on revisions.article_day = counted.day and revisions.revision_id = counted.revision_id and revisions.article_id = counted.article_id
left join named on named.revision_id = counted.revision_id
left join placed on placed.revision_id = counted.revision_id
order by published_at, counted.article_id;
