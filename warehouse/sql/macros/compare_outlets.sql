-- Of whom and what two outlets tell between two days, both included, and how much more the one than the other: shares of their articles.
-- Grain: one row an actor, topic or place; those that tell the outlets apart most surely first.
create or replace macro main.compare_outlets(a, b, from_day := null, to_day := null) as table
with sides as (
    select 'a' as side, found.outlet_id from main.outlets_named(a) as found qualify found.rank = min(found.rank) over ()
    union all
    select 'b', found.outlet_id from main.outlets_named(b) as found qualify found.rank = min(found.rank) over ()
),
printed as not materialized (  -- the days that are asked for narrow each use
    select sides.side, told.article_id, told.revision_id, told.day as article_day
    from daily.counted_articles as told join sides on sides.outlet_id = told.outlet_id
    where told.day between coalesce(from_day::date, date '0001-01-01') and coalesce(to_day::date, date '9999-12-31')
),
totals as (
    select count(distinct article_id) filter (where side = 'a') as a_total, count(distinct article_id) filter (where side = 'b') as b_total
    from printed
),
things as (
    select printed.side, printed.article_id, 'actor' as kind, mentions.actor_id as id, actors.name
    from daily.settled_mentions as mentions
    join printed on printed.article_day = mentions.article_day and printed.revision_id = mentions.revision_id
    join facts.actors as actors on actors.actor_id = mentions.actor_id
    union all
    select printed.side, printed.article_id, 'topic', topics.topic_id, known.label
    from facts.article_topics as topics
    join printed on printed.article_day = topics.article_day and printed.revision_id = topics.revision_id
    join seeds.topics as known on known.topic_id = topics.topic_id
    union all
    select printed.side, printed.article_id, 'place', coalesce(places.geonames_id::varchar, places.name), places.name
    from facts.places as places
    join printed on printed.article_day = places.article_day and printed.revision_id = places.revision_id
    where not places.is_metonym
),
felt as (
    select printed.side, case when settled.reason is null then tones.actor_id else settled.actor_id end as id, tones.score::decimal(9, 3) as score
    from facts.tones as tones
    join printed on printed.article_day = tones.article_day and printed.revision_id = tones.revision_id
    left join daily.settled_actors as settled
        on settled.revision_id = tones.revision_id and settled.read_actor_id = tones.actor_id
    where tones.scope = 'actor'
    union all
    select printed.side, topics.topic_id, tones.score::decimal(9, 3)
    from facts.tones as tones
    join printed on printed.article_day = tones.article_day and printed.revision_id = tones.revision_id
    join facts.article_topics as topics on topics.article_day = tones.article_day and topics.revision_id = tones.revision_id
    where tones.scope = 'article'
),
tones as (
    select felt.id, avg(felt.score) filter (where felt.side = 'a') as a_mean_tone, avg(felt.score) filter (where felt.side = 'b') as b_mean_tone
    from felt group by felt.id
),
counts as (
    select things.kind, things.id, min(things.name) as name,
        count(distinct things.article_id) filter (where things.side = 'a') as a_article_count,
        count(distinct things.article_id) filter (where things.side = 'b') as b_article_count
    from things group by things.kind, things.id
),
odds as (  -- half an article is added to every count, so that none is zero (Haldane, Anscombe)
    select counts.*, totals.*,
        ln((a_article_count + 0.5) / (a_total - a_article_count + 0.5)) - ln((b_article_count + 0.5) / (b_total - b_article_count + 0.5)) as log_odds,
        sqrt(1 / (a_article_count + 0.5) + 1 / (a_total - a_article_count + 0.5) + 1 / (b_article_count + 0.5) + 1 / (b_total - b_article_count + 0.5)) as log_odds_error
    from counts cross join totals
    where a_total > 0 and b_total > 0
)
select odds.kind, odds.id, odds.name, odds.a_article_count, odds.b_article_count, odds.a_article_count / odds.a_total as a_article_share,
    odds.b_article_count / odds.b_total as b_article_share, odds.log_odds, odds.log_odds_error, odds.log_odds / odds.log_odds_error as z_score,
    tones.a_mean_tone, tones.b_mean_tone
from odds left join tones on tones.id = odds.id
order by abs(odds.log_odds / odds.log_odds_error) desc, odds.kind, odds.name, odds.id;
comment on macro table main.compare_outlets is 'Of whom and what two outlets tell between two days, both included, and how much more the one than the other: shares of their articles. Grain: one row an actor, topic or place; those that tell the outlets apart most surely first.';
