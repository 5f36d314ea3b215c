-- What the counts of a day's pairs count: sentences that name both or tell of an event between them, and these events.
-- Grain: one row a sentence or event, language, folder, actor and other actor.
create or replace view daily.pair_sentences as
with done as (
    select events.revision_id, events.event_no, events.sentence_no, events.char_start, events.char_end, events.trigger,
        events.score::decimal(9, 3) as score, sources.actor_id as source_id, targets.actor_id as target_id
    from facts.events as events
    join daily.settled_parties as sources
        on sources.revision_id = events.revision_id and sources.event_no = events.event_no and sources.side = 'source'
    join daily.settled_parties as targets
        on targets.revision_id = events.revision_id and targets.event_no = events.event_no and targets.side = 'target'
    where sources.actor_id <> targets.actor_id
),
both_ways as (
    select 'events' as counted, source_id as actor_id, target_id as other_actor_id, * exclude (source_id, target_id) from done
    union all
    select 'back_events', target_id, source_id, * exclude (source_id, target_id) from done
),
near as (
    select counted.*, one.actor_id, other.actor_id as other_actor_id, one.sentence_no, least(one.char_start, other.char_start) as char_start,
        greatest(one.char_end, other.char_end) as char_end, case when one.char_start < other.char_start then one.surface || ' … ' || other.surface else other.surface || ' … ' || one.surface end as surface
    from daily.settled_mentions as one
    join daily.settled_mentions as other
        on other.revision_id = one.revision_id and other.sentence_no = one.sentence_no and other.actor_id <> one.actor_id
    join daily.scoped_articles as counted on counted.revision_id = one.revision_id
    union all
    select counted.*, both_ways.actor_id, both_ways.other_actor_id, both_ways.sentence_no, both_ways.char_start, both_ways.char_end, null
    from both_ways join daily.scoped_articles as counted using (revision_id)
),
things as (
    select * exclude (char_start, char_end, surface), 'sentences' as counted, sentence_no as item_no,
        coalesce(min(char_start) filter (where surface is not null), min(char_start)) as char_start,
        coalesce(arg_min(char_end, char_start) filter (where surface is not null), arg_min(char_end, char_start)) as char_end,
        coalesce(arg_min(surface, char_start), '') as surface, null::decimal(9, 3) as score
    from near
    group by all
    union all by name
    select counted.*, both_ways.actor_id, both_ways.other_actor_id, both_ways.sentence_no, both_ways.counted, both_ways.event_no as item_no,
        both_ways.char_start, both_ways.char_end, both_ways.trigger as surface, both_ways.score
    from both_ways join daily.scoped_articles as counted using (revision_id)
)
select things.day, things.language, things.folder, things.counted, things.actor_id, things.other_actor_id, things.item_no, things.article_id,
    things.copy_group_id, things.outlet_id, things.owner, told.outlet, told.title, told.url, told.published_at, told.sentence, things.surface,
    things.score, things.revision_id, things.sentence_no, things.char_start, things.char_end
from things join daily.told_sentences as told using (revision_id, sentence_no);
comment on view daily.pair_sentences is 'What the counts of a day''s pairs count: sentences that name both or tell of an event between them, and these events. Grain: one row a sentence or event, language, folder, actor and other actor.';
comment on column daily.pair_sentences.day is 'Day.';
comment on column daily.pair_sentences.language is 'The language for which the row counts; all: for every one.';
comment on column daily.pair_sentences.folder is 'The folder for which the row counts; all: for every one, and none.';
comment on column daily.pair_sentences.counted is 'What is counted: sentences, events (of the actor towards the other) or back_events (of the other towards the actor).';
comment on column daily.pair_sentences.actor_id is 'Actor.';
comment on column daily.pair_sentences.other_actor_id is 'The other actor.';
comment on column daily.pair_sentences.item_no is 'Number of the event, or of the sentence.';
comment on column daily.pair_sentences.article_id is 'Article.';
comment on column daily.pair_sentences.copy_group_id is 'Article id of the origin of its text.';
comment on column daily.pair_sentences.outlet_id is 'Outlet.';
comment on column daily.pair_sentences.owner is 'Owner of the outlet; the outlet''s own id where unknown.';
comment on column daily.pair_sentences.outlet is 'Outlet''s name.';
comment on column daily.pair_sentences.title is 'Headline.';
comment on column daily.pair_sentences.url is 'Address of the article.';
comment on column daily.pair_sentences.published_at is 'When it was published; when a feed first showed it, where that is unknown or doubted.';
comment on column daily.pair_sentences.sentence is 'The sentence that it stands in.';
comment on column daily.pair_sentences.surface is 'Both names as printed, or the word that tells of the event; empty where the sentence tells of an event without naming both.';
comment on column daily.pair_sentences.score is 'Of events on Goldsteins scale, -10 to 10; null of sentences.';
comment on column daily.pair_sentences.revision_id is 'Revision.';
comment on column daily.pair_sentences.sentence_no is 'Number of the sentence.';
comment on column daily.pair_sentences.char_start is 'Start in body, 0-based code points.';
comment on column daily.pair_sentences.char_end is 'End in body, exclusive.';
