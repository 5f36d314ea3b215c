-- Which outlets printed the articles that are counted of some things of the day; a text that several printed stands with its origin's outlet, or the first's.
-- Grain: one row a thing and outlet.
with counted as (
    select distinct actor_id as id, article_id, copy_group_id, outlet_id, owner
    from daily.actor_sentences
    where day = $day and language = 'all' and folder = 'all' and counted = 'mentions' and list_contains($ids, actor_id)
    union all
    select distinct topic_id, article_id, copy_group_id, outlet_id, owner
    from daily.topic_sentences
    where day = $day and language = 'all' and folder = 'all' and counted = 'words' and list_contains($ids, topic_id)
    union all
    select distinct actor_id || ' ' || other_actor_id, article_id, copy_group_id, outlet_id, owner
    from daily.pair_sentences
    where day = $day and language = 'all' and folder = 'all' and counted = 'sentences' and actor_id < other_actor_id
        and list_contains($ids, actor_id || ' ' || other_actor_id)
    union all
    select story_id, article_id, copy_group_id, outlet_id, owner
    from daily.told_articles where day = $day and list_contains($ids, story_id)
    union all
    select 'day', article_id, copy_group_id, outlet_id, owner
    from daily.counted_articles where day = $day and list_contains($ids, 'day')
),
marked as (
    select counted.*, row_number() over (
        partition by id, copy_group_id order by counted.article_id <> copy_group_id, articles.published_at, counted.article_id
    ) = 1 as is_first
    from counted join facts.articles as articles using (article_id)
)
select marked.id, marked.outlet_id, coalesce(outlets.name, marked.outlet_id) as outlet, coalesce(owners.name, marked.owner) as owner,
    count(*) as article_count, count(*) filter (where marked.is_first) as text_count
from marked
left join seeds.outlets as outlets on outlets.outlet_id = marked.outlet_id
left join seeds.outlets as owners on owners.outlet_id = marked.owner
group by all
order by marked.id, article_count desc, outlet, marked.outlet_id;
