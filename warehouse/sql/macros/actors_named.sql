-- The actors that a name may mean: by id, name, key or Wikidata id, or another name that is known or learnt; the smallest rank fits best.
-- Grain: one row an actor.
create or replace macro main.actors_named(name) as table
with fits as (
    select actors.actor_id, 1 as rank from facts.actors as actors
    where actors.actor_id = name or actors.seed_key = name or (actors.wikidata_id = name and name <> '')
    union all
    select actors.actor_id, 2 from facts.actors as actors where actors.name = name
    union all
    select settled.actor_id, 2 from daily.settled_actors as settled
    join facts.actors as met on met.actor_id = settled.read_actor_id and met.name = name
    where settled.reason = 'learnt-alias'
    union all
    select actors.actor_id, 3 from facts.actors as actors where lower(strip_accents(actors.name)) = lower(strip_accents(trim(name)))
    union all
    select aliases.actor_id, case when aliases.alias = name then 4 else 5 end from seeds.actor_aliases as aliases
    where lower(strip_accents(aliases.alias)) = lower(strip_accents(trim(name)))
)
select actors.actor_id, actors.name as actor, actors.kind, actors.country, min(fits.rank)::integer as rank
from fits join facts.actors as actors on actors.actor_id = fits.actor_id
group by all;
comment on macro table main.actors_named is 'The actors that a name may mean: by id, name, key or Wikidata id, or another name that is known or learnt; the smallest rank fits best. Grain: one row an actor.';
