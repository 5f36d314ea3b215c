-- What the counts of a day's actors count, each with its sentence.
-- Grain: one row a counted mention, quote, event or tone, language, folder and actor.
create or replace view daily.actor_sentences as
with things as (
    select counted.*, 'mentions' as counted, mentions.actor_id, mentions.mention_no as item_no, mentions.sentence_no, mentions.char_start,
        mentions.char_end, mentions.surface, null::integer as quoted_word_count, null::decimal(9, 3) as score
    from daily.settled_mentions as mentions join daily.scoped_articles as counted on counted.day = mentions.article_day and counted.revision_id = mentions.revision_id
    union all
    select counted.*, 'quotes', quotes.actor_id, quotes.attribution_no, min(quotes.sentence_no), min(quotes.char_start), max(quotes.char_end),
        string_agg(quotes.text, ' … ' order by quotes.part_no), sum(len(regexp_extract_all(quotes.text, '\S+')))::integer, null
    from daily.settled_quotes as quotes join daily.scoped_articles as counted on counted.day = quotes.article_day and counted.revision_id = quotes.revision_id
    where quotes.actor_id is not null
    group by all
    union all
    select distinct counted.*, takers.side || '_events', case when settled.reason is null then takers.actor_id else settled.actor_id end,
        events.event_no, events.sentence_no, events.char_start, events.char_end, events.trigger, null::integer, events.score::decimal(9, 3)
    from facts.event_actors as takers
    join daily.scoped_articles as counted on counted.day = takers.article_day and counted.revision_id = takers.revision_id
    join facts.events as events on events.article_day = takers.article_day and events.revision_id = takers.revision_id and events.event_no = takers.event_no
    left join daily.settled_actors as settled
        on settled.revision_id = takers.revision_id and settled.read_actor_id = takers.actor_id
    where takers.actor_id is not null
    union all
    select counted.*, 'tone', case when settled.reason is null then tones.actor_id else settled.actor_id end, tones.tone_no, tones.sentence_no,
        tones.char_start, tones.char_end, tones.evidence, null, tones.score::decimal(9, 3)
    from facts.tones as tones
    join daily.scoped_articles as counted on counted.day = tones.article_day and counted.revision_id = tones.revision_id
    left join daily.settled_actors as settled
        on settled.revision_id = tones.revision_id and settled.read_actor_id = tones.actor_id
    where tones.scope = 'actor'
)
select things.day, things.language, things.folder, things.counted, things.actor_id, things.item_no, things.article_id, things.copy_group_id,
    things.outlet_id, things.owner, coalesce(outlets.name, '') as outlet, revisions.title, articles.url,
    case when articles.published_at is null or articles.is_suspect then articles.first_seen_at else articles.published_at end as published_at,
    substring(revisions.body, sentences.char_start + 1, sentences.char_end - sentences.char_start) as sentence, things.surface,
    things.quoted_word_count, things.score, things.revision_id, things.sentence_no, things.char_start, things.char_end
from things
join facts.sentences as sentences on sentences.article_day = things.day and sentences.revision_id = things.revision_id and sentences.sentence_no = things.sentence_no
join facts.revisions as revisions on revisions.article_day = things.day and revisions.revision_id = things.revision_id and revisions.article_id = things.article_id
join facts.articles as articles on articles.day = things.day and articles.article_id = things.article_id
left join seeds.outlets as outlets on outlets.outlet_id = things.outlet_id;
comment on view daily.actor_sentences is 'What the counts of a day''s actors count, each with its sentence. Grain: one row a counted mention, quote, event or tone, language, folder and actor.';
comment on column daily.actor_sentences.day is 'Day.';
comment on column daily.actor_sentences.language is 'The language for which the row counts; all: for every one.';
comment on column daily.actor_sentences.folder is 'The folder for which the row counts; all: for every one, and none.';
comment on column daily.actor_sentences.counted is 'What is counted: mentions, quotes, source_events, target_events or tone.';
comment on column daily.actor_sentences.actor_id is 'Actor.';
comment on column daily.actor_sentences.item_no is 'Number of it in its text.';
comment on column daily.actor_sentences.article_id is 'Article.';
comment on column daily.actor_sentences.copy_group_id is 'Article id of the origin of its text.';
comment on column daily.actor_sentences.outlet_id is 'Outlet.';
comment on column daily.actor_sentences.owner is 'Owner of the outlet; the outlet''s own id where unknown.';
comment on column daily.actor_sentences.outlet is 'Outlet''s name.';
comment on column daily.actor_sentences.title is 'Headline.';
comment on column daily.actor_sentences.url is 'Address of the article.';
comment on column daily.actor_sentences.published_at is 'When it was published; when a feed first showed it, where that is unknown or doubted.';
comment on column daily.actor_sentences.sentence is 'The sentence that it stands in.';
comment on column daily.actor_sentences.surface is 'The words, as printed.';
comment on column daily.actor_sentences.quoted_word_count is 'Words of a quote, all its parts together; null of others.';
comment on column daily.actor_sentences.score is 'Of events on Goldsteins scale, -10 to 10; of tone -1 to 1; null of others.';
comment on column daily.actor_sentences.revision_id is 'Revision.';
comment on column daily.actor_sentences.sentence_no is 'Number of the sentence.';
comment on column daily.actor_sentences.char_start is 'Start in body, 0-based code points.';
comment on column daily.actor_sentences.char_end is 'End in body, exclusive.';
