-- Gathers what the touched days count, once for all their aggregates: articles by language and folder, mentions, pairs.
-- Grain: one row an article, language and folder; a mention of an actor; a sentence and pair of actors.
create or replace temp table touched_articles as
with counted as (select * from daily.counted_articles where day in (select day from ops.touched_days)),
named as (  -- entries stand under the article that they named, which may be another that has turned out to be this one
    select articles.article_id as named_id, counted.article_id
    from facts.articles as articles join counted on counted.article_id = coalesce(articles.same_as_id, articles.article_id)
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

create or replace temp table touched_mentions as
select revision_id, sentence_no, actor_id from daily.settled_mentions
where revision_id in (select revision_id from touched_articles);

create or replace temp table touched_parties as
select * from daily.settled_parties where revision_id in (select revision_id from touched_articles);

create or replace temp table touched_pairs as
with named as (select distinct revision_id, sentence_no, actor_id from touched_mentions)
select one.revision_id, one.sentence_no, one.actor_id, other.actor_id as other_actor_id
from named as one join named as other
    on other.revision_id = one.revision_id and other.sentence_no = one.sentence_no and other.actor_id > one.actor_id
union
select events.revision_id, events.sentence_no, least(sources.actor_id, targets.actor_id), greatest(sources.actor_id, targets.actor_id)
from facts.events as events
join touched_parties as sources
    on sources.revision_id = events.revision_id and sources.event_no = events.event_no and sources.side = 'source'
join touched_parties as targets
    on targets.revision_id = events.revision_id and targets.event_no = events.event_no and targets.side = 'target'
where sources.actor_id <> targets.actor_id;
