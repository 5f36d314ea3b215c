-- Pairs of actors that two articles of the day name together and no article of an earlier day did, by story.
-- Grain: one row a story and pair.
with recent as (
    select distinct articles.story_id, mentions.article_id, mentions.actor_id, mentions.actor, articles.copy_group_id
    from mentions join articles using (article_id)
    where mentions.day = $day and list_contains($story_ids, articles.story_id) and mentions.actor_id is not null
        and mentions.kind in ('person', 'organisation', 'group')
),
pairs as (
    select one.story_id, one.actor_id as one_id, other.actor_id as other_id, one.actor as one_name, other.actor as other_name,
        count(distinct one.copy_group_id) as text_count
    from recent as one join recent as other on other.article_id = one.article_id and one.actor < other.actor
    group by all
    having count(distinct one.copy_group_id) >= 2
),
known as (
    select actor_id from mentions where day < $day and actor_id in (select one_id from pairs union select other_id from pairs)
    group by actor_id
),
before as (
    select distinct one.actor_id as one_id, other.actor_id as other_id
    from mentions as one
    join mentions as other on other.article_id = one.article_id
    where one.day < $day and one.actor_id in (select one_id from pairs) and other.actor_id in (select other_id from pairs)
)
select pairs.story_id, pairs.one_name, pairs.other_name, pairs.text_count
from pairs
anti join before on before.one_id = pairs.one_id and before.other_id = pairs.other_id
semi join known as one_known on one_known.actor_id = pairs.one_id
semi join known as other_known on other_known.actor_id = pairs.other_id
order by pairs.story_id, pairs.text_count desc, pairs.one_name, pairs.other_name;
