-- What the counts of a day's pairs count: sentences that name both or tell of an event between them, and these events.
-- Grain: one row a sentence or event, language, folder, actor and other actor.
create or replace view daily.pair_sentences as
with named as (  -- lists, for a day that is asked for narrows these, and would not narrow both sides of a join
    select counted.*, mentions.sentence_no, list({
        'actor_id': mentions.actor_id, 'char_start': mentions.char_start, 'char_end': mentions.char_end, 'surface': mentions.surface
    }) as actors
    from daily.settled_mentions as mentions join daily.scoped_articles as counted on counted.day = mentions.article_day and counted.revision_id = mentions.revision_id
    group by all
    having count(distinct mentions.actor_id) > 1
),
parties as (
    select counted.*, takers.event_no,
        list(distinct case when settled.reason is null then takers.actor_id else settled.actor_id end) filter (where takers.side = 'source') as sources,
        list(distinct case when settled.reason is null then takers.actor_id else settled.actor_id end) filter (where takers.side = 'target') as targets
    from facts.event_actors as takers
    join daily.scoped_articles as counted on counted.day = takers.article_day and counted.revision_id = takers.revision_id
    left join daily.settled_actors as settled
        on settled.revision_id = takers.revision_id and settled.read_actor_id = takers.actor_id
    where takers.actor_id is not null
    group by all
),
paired as (
    select parties.* exclude (sources, targets), unnest(flatten(list_transform(parties.sources, lambda source_id:
        list_transform(parties.targets, lambda target_id: {'source_id': source_id, 'target_id': target_id})))) as pair
    from parties
),
told_of as not materialized (  -- a day that is asked for narrows each use
    select paired.* exclude (event_no, pair), events.event_no, events.sentence_no, events.char_start, events.char_end, events.trigger,
        events.score::decimal(9, 3) as score, paired.pair.source_id, paired.pair.target_id
    from paired join facts.events as events on events.article_day = paired.day and events.revision_id = paired.revision_id and events.event_no = paired.event_no
    where paired.pair.source_id <> paired.pair.target_id
),
done as not materialized (
    select told_of.* exclude (source_id, target_id), 'events' as counted, source_id as actor_id, target_id as other_actor_id from told_of
    union all
    select told_of.* exclude (source_id, target_id), 'back_events', target_id, source_id from told_of
),
crossed as (
    select named.* exclude (actors), unnest(flatten(list_transform(named.actors, lambda one:
        list_transform(named.actors, lambda other: {'one': one, 'other': other})))) as pair
    from named
),
near as (
    select crossed.* exclude (pair), crossed.pair.one.actor_id as actor_id, crossed.pair.other.actor_id as other_actor_id,
        least(crossed.pair.one.char_start, crossed.pair.other.char_start) as char_start,
        greatest(crossed.pair.one.char_end, crossed.pair.other.char_end) as char_end,
        case when crossed.pair.one.char_start < crossed.pair.other.char_start then crossed.pair.one.surface || ' … ' || crossed.pair.other.surface
            else crossed.pair.other.surface || ' … ' || crossed.pair.one.surface end as surface
    from crossed
    where crossed.pair.one.actor_id <> crossed.pair.other.actor_id
    union all by name
    select done.* exclude (event_no, trigger, score, counted), null as surface from done
),
things as (
    select * exclude (char_start, char_end, surface), 'sentences' as counted, sentence_no as item_no,
        coalesce(min(char_start) filter (where surface is not null), min(char_start)) as char_start,
        coalesce(arg_min(char_end, char_start) filter (where surface is not null), arg_min(char_end, char_start)) as char_end,
        coalesce(arg_min(surface, char_start), '') as surface, null::decimal(9, 3) as score
    from near
    group by all
    union all by name
    select done.* exclude (event_no, trigger), event_no as item_no, trigger as surface from done
)
select things.day, things.language, things.folder, things.counted, things.actor_id, things.other_actor_id, things.item_no, things.article_id,
    things.copy_group_id, things.outlet_id, things.owner, coalesce(outlets.name, '') as outlet, revisions.title, articles.url,
    case when articles.published_at is null or articles.is_suspect then articles.first_seen_at else articles.published_at end as published_at,
    substring(revisions.body, sentences.char_start + 1, sentences.char_end - sentences.char_start) as sentence, things.surface,
    things.score, things.revision_id, things.sentence_no, things.char_start, things.char_end
from things
join facts.sentences as sentences on sentences.article_day = things.day and sentences.revision_id = things.revision_id and sentences.sentence_no = things.sentence_no
join facts.revisions as revisions on revisions.article_day = things.day and revisions.revision_id = things.revision_id and revisions.article_id = things.article_id
join facts.articles as articles on articles.day = things.day and articles.article_id = things.article_id
left join seeds.outlets as outlets on outlets.outlet_id = things.outlet_id;
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
