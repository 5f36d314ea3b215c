-- With whom an actor is told of in one sentence, or in an event, between two days, both included; without them ever.
-- Grain: one row another actor, the most common first.
create or replace macro main.together(name, from_day := null, to_day := null, language := 'all', folder := 'all') as table
with named as (from main.actors_named(name)),
near as (
    select named.actor_id, named.actor, named.rank, mentions.article_day, mentions.revision_id, mentions.sentence_no, others.actor_id as other_actor_id
    from daily.settled_mentions as mentions
    join named on named.actor_id = mentions.actor_id
    join daily.settled_mentions as others
        on others.article_day = mentions.article_day and others.revision_id = mentions.revision_id and others.sentence_no = mentions.sentence_no and others.actor_id <> mentions.actor_id
),
done as (
    select named.actor_id, named.actor, named.rank, events.article_day, events.revision_id, events.sentence_no, others.actor_id as other_actor_id, parties.side,
        events.score::decimal(9, 3) as score
    from daily.settled_parties as parties
    join named on named.actor_id = parties.actor_id
    join daily.settled_parties as others on others.article_day = parties.article_day and others.revision_id = parties.revision_id and others.event_no = parties.event_no
        and others.side <> parties.side and others.actor_id <> parties.actor_id
    join facts.events as events on events.article_day = parties.article_day and events.revision_id = parties.revision_id and events.event_no = parties.event_no
),
things as (
    select near.*, 'sentence' as thing, null::decimal(9, 3) as score from near
    union
    select done.* exclude (side, score), 'sentence', null from done
    union all
    select done.* exclude (side, score), done.side, done.score from done
),
told as (
    select things.* exclude (article_day), counted.day, counted.article_id, counted.copy_group_id, counted.outlet_id, counted.owner
    from things join daily.scoped_articles as counted on counted.day = things.article_day and counted.revision_id = things.revision_id
    where counted.day between coalesce(from_day::date, date '0001-01-01') and coalesce(to_day::date, date '9999-12-31')
        and counted.language = language and counted.folder = folder
    qualify things.rank = min(things.rank) over ()
),
counts as (
    select told.actor_id, told.actor, told.other_actor_id, count(*) filter (where told.thing = 'sentence') as sentence_count,
        count(distinct told.article_id) as article_count, count(distinct told.copy_group_id) as copy_group_count,
        count(distinct told.outlet_id) as outlet_count, count(distinct told.owner) as owner_count,
        count(*) filter (where told.thing = 'source') as event_count, avg(told.score) filter (where told.thing = 'source') as mean_score,
        count(*) filter (where told.thing = 'target') as back_event_count,
        avg(told.score) filter (where told.thing = 'target') as back_mean_score, min(told.day) as first_day, max(told.day) as last_day,
        arg_min({'day': told.day, 'revision_id': told.revision_id, 'sentence_no': told.sentence_no}, (told.day, told.article_id, told.sentence_no)) as first
    from told
    group by all
)
select counts.actor_id, counts.actor, counts.other_actor_id, others.name as other_actor, others.kind as other_kind,
    counts.* exclude (actor_id, actor, other_actor_id, first),
    substring(revisions.body, sentences.char_start + 1, sentences.char_end - sentences.char_start) as first_sentence
from counts
join facts.actors as others on others.actor_id = counts.other_actor_id
join facts.revisions as revisions on revisions.article_day = counts.first.day and revisions.revision_id = counts.first.revision_id
join facts.sentences as sentences
    on sentences.article_day = counts.first.day and sentences.revision_id = counts.first.revision_id and sentences.sentence_no = counts.first.sentence_no
order by counts.article_count desc, counts.sentence_count desc, others.name, counts.other_actor_id;
comment on macro table main.together is 'With whom an actor is told of in one sentence, or in an event, between two days, both included; without them ever. Grain: one row another actor, the most common first.';
