-- Canonical actors with how often and when the news named them.
-- Grain: one row an actor.
create or replace view actors as
with counts as (
    select mentions.actor_id, count(*) as mention_count, count(distinct counted.article_id) as article_count,
        min(counted.day) as first_day, max(counted.day) as last_day
    from daily.settled_mentions as mentions
    join daily.counted_articles as counted using (revision_id)
    group by mentions.actor_id
)
select actors.actor_id, actors.name, actors.kind, actors.country, actors.sector, actors.seed_key, actors.wikidata_id,
    coalesce(counts.mention_count, 0) as mention_count, coalesce(counts.article_count, 0) as article_count,
    counts.first_day, counts.last_day
from facts.actors as actors
left join counts using (actor_id);
comment on view actors is 'Canonical actors with how often and when the news named them. Grain: one row an actor.';
comment on column actors.actor_id is 'Actor.';
comment on column actors.name is 'Name to show.';
comment on column actors.kind is 'person, organisation, country, group or place.';
comment on column actors.country is 'ISO 3166 alpha-2 code.';
comment on column actors.sector is 'Sector of a known actor.';
comment on column actors.seed_key is 'Key in seeds/actors.csv.';
comment on column actors.wikidata_id is 'Wikidata id.';
comment on column actors.mention_count is 'Mentions in the newest texts.';
comment on column actors.article_count is 'Articles with a mention.';
comment on column actors.first_day is 'First day with a mention.';
comment on column actors.last_day is 'Last day with a mention.';
