-- With whom an actor is told of in one sentence, or in an event, between two days, both included; without them ever.
-- Grain: one row another actor, the most common first.
create or replace macro main.together(name, from_day := null, to_day := null, language := 'all', folder := 'all') as table
with told as (
    select told.*, named.actor
    from daily.pair_sentences as told join main.actors_named(name) as named on named.actor_id = told.actor_id
    where told.day between coalesce(from_day::date, date '0001-01-01') and coalesce(to_day::date, date '9999-12-31')
        and told.language = language and told.folder = folder
    qualify named.rank = min(named.rank) over ()
)
select told.actor_id, told.actor, told.other_actor_id, others.name as other_actor, others.kind as other_kind,
    count(*) filter (where told.counted = 'sentences') as sentence_count, count(distinct told.article_id) as article_count,
    count(distinct told.copy_group_id) as copy_group_count, count(distinct told.outlet_id) as outlet_count,
    count(distinct told.owner) as owner_count, count(*) filter (where told.counted = 'events') as event_count,
    avg(told.score) filter (where told.counted = 'events') as mean_score,
    count(*) filter (where told.counted = 'back_events') as back_event_count,
    avg(told.score) filter (where told.counted = 'back_events') as back_mean_score,
    min(told.day) as first_day, max(told.day) as last_day,
    arg_min(told.sentence, (told.published_at, told.article_id, told.sentence_no)) as first_sentence
from told join facts.actors as others on others.actor_id = told.other_actor_id
group by told.actor_id, told.actor, told.other_actor_id, others.name, others.kind
order by article_count desc, sentence_count desc, other_actor, told.other_actor_id;
comment on macro table main.together is 'With whom an actor is told of in one sentence, or in an event, between two days, both included; without them ever. Grain: one row another actor, the most common first.';
