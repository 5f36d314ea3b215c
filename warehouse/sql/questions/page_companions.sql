-- Who is named together with some actors on the day, and whom articles on some topics and of some outlets name.
-- Grain: one row a thing and actor.
with companions as (
    select actor_id as id, other_actor_id as other_id, other_actor as name, article_count, sentence_count
    from daily_pairs where day = $day and list_contains($ids, actor_id)
    union all
    select topics.topic_id, mentions.actor_id, any_value(mentions.actor), count(distinct mentions.article_id),
        count(distinct (mentions.revision_id, mentions.sentence_no))
    from mentions join topics on topics.article_id = mentions.article_id
    where topics.day = $day and mentions.day = $day and mentions.actor_id is not null and list_contains($ids, topics.topic_id)
    group by all
    union all
    select articles.outlet_id, mentions.actor_id, any_value(mentions.actor), count(distinct mentions.article_id),
        count(distinct (mentions.revision_id, mentions.sentence_no))
    from mentions join articles using (article_id)
    where mentions.day = $day and mentions.actor_id is not null and list_contains($ids, articles.outlet_id)
    group by all
)
select * from companions
qualify row_number() over (partition by id order by article_count desc, sentence_count desc, name, other_id) <= $most
order by id, article_count desc, sentence_count desc, name, other_id;
