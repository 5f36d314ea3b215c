-- Sentences of some days in which somebody speaks whom a rule names.
-- Grain: one row a sentence.
with named as (
    select actor_id from facts.actors
    where regexp_matches(name, $name) or (kind = 'person' and regexp_matches(name, $surname))
    union
    select actor_id from seeds.actor_aliases where regexp_matches(alias, $name)
)
select distinct counted.article_id, quotes.sentence_no
from daily.counted_articles as counted
join facts.quotes as quotes using (revision_id)
left join daily.settled_actors as settled
    on settled.revision_id = quotes.revision_id and settled.read_actor_id = quotes.speaker_actor_id
where counted.day in (select unnest($days)) and ($is_all or counted.article_id in (select unnest($article_ids))) and quotes.kind <> 'scare'
    and (if(settled.reason is null, quotes.speaker_actor_id, settled.actor_id) in (select actor_id from named)
        or (quotes.speaker_actor_id is null and regexp_matches(quotes.speaker_text, $name)));
