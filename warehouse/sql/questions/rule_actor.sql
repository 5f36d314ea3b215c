-- Sentences of some days that name an actor whom a rule names: by name, alias or surname, or as printed where nobody is known.
-- Grain: one row a sentence.
with named as (
    select actor_id from facts.actors
    where regexp_matches(name, $name) or (kind = 'person' and regexp_matches(name, $surname))
    union
    select actor_id from seeds.actor_aliases where regexp_matches(alias, $name)
)
select distinct counted.article_id, mentions.sentence_no
from daily.counted_articles as counted
join facts.mentions as mentions using (revision_id)
left join daily.settled_actors as settled
    on settled.revision_id = mentions.revision_id and settled.read_actor_id = mentions.actor_id
where counted.day in (select unnest($days)) and ($is_all or counted.article_id in (select unnest($article_ids)))
    and (if(settled.reason is null, mentions.actor_id, settled.actor_id) in (select actor_id from named)
        or (mentions.actor_id is null and regexp_matches(mentions.surface, $name)));
