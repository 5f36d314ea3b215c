-- Gathers what the touched days count, each table of facts read once: articles by language and folder, and what their texts hold.
-- Grain: one row an article, language and folder; a text; and what is counted in it.
create or replace temp table touched_articles as
with pages as materialized (
    select article_id, day, outlet_id from facts.articles where same_as_id is null and day in (select day from ops.touched_days)
),
texts as (
    from facts.revisions where is_newest and article_day in (select day from pages) and article_id in (select article_id from pages)
),
copied as (from facts.copies where article_id in (select article_id from pages)),
counted as materialized (  -- daily.counted_articles of these days; the view itself would join all days first
    select pages.article_id, pages.day, pages.outlet_id, texts.revision_id, texts.article_day, texts.word_count, texts.language,
        coalesce(nullif(outlets.owner, ''), pages.outlet_id) as owner, coalesce(copied.copy_group_id, pages.article_id) as copy_group_id
    from pages
    join texts on texts.article_id = pages.article_id
    left join seeds.outlets as outlets on outlets.outlet_id = pages.outlet_id
    left join copied on copied.article_id = pages.article_id
),
named as (  -- entries stand under the article that they named, which may be another that has turned out to be this one
    select article_id as named_id, article_id from counted
    union all
    select article_id, same_as_id from facts.articles where same_as_id in (select article_id from counted)
),
shown as (
    select named.article_id, entries.feed_id, min(entries.first_seen_at) as first_seen_at
    from facts.entries as entries join named on named.named_id = entries.article_id
    group by all
),
first_feeds as (select article_id, arg_min(feed_id, (first_seen_at, feed_id)) as feed_id from shown group by article_id),
levelled as (
    select shown.article_id, string_split(feeds.folder, '/') as levels
    from shown join seeds.feeds as feeds on feeds.feed_id = shown.feed_id and feeds.folder <> ''
),
folders as (
    select distinct article_id, unnest(list_transform(range(1, len(levels) + 1), lambda n: array_to_string(levels[1:n], '/'))) as folder
    from levelled
),
scopes as (
    select article_id, 'all' as language, 'all' as folder from counted
    union all
    select article_id, language, 'all' from counted where language not in ('', 'all')
    union all
    select article_id, 'all', folder from folders where folder <> 'all'
)
select counted.* exclude (language), scopes.language, scopes.folder, coalesce(first_feeds.feed_id, '') as feed_id
from counted
join scopes using (article_id)
left join first_feeds using (article_id);

create or replace temp table touched_texts as
select revision_id, article_day from touched_articles where language = 'all' and folder = 'all';

create or replace temp table touched_settled as
select * from daily.settled_actors where revision_id in (select revision_id from touched_texts);

create or replace temp table touched_mentions as
select mentions.revision_id, mentions.sentence_no,
    case when settled.reason is null then mentions.actor_id else settled.actor_id end as actor_id
from (
    from facts.mentions semi join touched_texts using (article_day, revision_id) where actor_id is not null
) as mentions
left join touched_settled as settled
    on settled.revision_id = mentions.revision_id and settled.read_actor_id = mentions.actor_id
where settled.reason is null or settled.actor_id is not null;

create or replace temp table touched_parties as
select distinct takers.revision_id, takers.event_no, takers.side,
    case when settled.reason is null then takers.actor_id else settled.actor_id end as actor_id
from (
    from facts.event_actors semi join touched_texts using (article_day, revision_id) where actor_id is not null
) as takers
left join touched_settled as settled
    on settled.revision_id = takers.revision_id and settled.read_actor_id = takers.actor_id
where settled.reason is null or settled.actor_id is not null;

create or replace temp table touched_quotes as
select quotes.revision_id, quotes.attribution_no, len(regexp_extract_all(quotes.text, '\S+')) as word_count,
    case when settled.reason is null then quotes.speaker_actor_id else settled.actor_id end as actor_id
from (
    from facts.quotes semi join touched_texts using (article_day, revision_id) where kind in ('direct', 'mixed')
) as quotes
left join touched_settled as settled
    on settled.revision_id = quotes.revision_id and settled.read_actor_id = quotes.speaker_actor_id;

create or replace temp table touched_tones as  -- scores are decimals here, so that their sum does not hang on their order
select tones.revision_id, tones.scope, tones.score::decimal(9, 3) as score,
    case when settled.reason is null then tones.actor_id else settled.actor_id end as actor_id
from (from facts.tones semi join touched_texts using (article_day, revision_id) where scope in ('actor', 'article')) as tones
left join touched_settled as settled
    on settled.revision_id = tones.revision_id and settled.read_actor_id = tones.actor_id;

create or replace temp table touched_events as
select revision_id, event_no, sentence_no, type, is_negated, score::decimal(9, 3) as score
from facts.events semi join touched_texts using (article_day, revision_id);

create or replace temp table touched_topics as
select revision_id, topic_id from facts.article_topics semi join touched_texts using (article_day, revision_id);

create or replace temp table touched_places as
select *, coalesce(geonames_id::varchar, name) as place_id
from facts.places semi join touched_texts using (article_day, revision_id) where not is_metonym;

create or replace temp table touched_deeds as
select events.revision_id, events.sentence_no, events.score, sources.actor_id as source_id, targets.actor_id as target_id
from touched_events as events
join touched_parties as sources
    on sources.revision_id = events.revision_id and sources.event_no = events.event_no and sources.side = 'source'
join touched_parties as targets
    on targets.revision_id = events.revision_id and targets.event_no = events.event_no and targets.side = 'target'
where sources.actor_id <> targets.actor_id;

create or replace temp table touched_pairs as
with named as (select distinct revision_id, sentence_no, actor_id from touched_mentions)
select one.revision_id, one.sentence_no, one.actor_id, other.actor_id as other_actor_id
from named as one join named as other
    on other.revision_id = one.revision_id and other.sentence_no = one.sentence_no and other.actor_id > one.actor_id
union
select revision_id, sentence_no, least(source_id, target_id), greatest(source_id, target_id) from touched_deeds;
