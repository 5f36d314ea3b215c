-- Settles who actors are where the user, or two outlets, know better than the reading of one article. Days that change are touched.
-- Grain: one row a text and actor read in it.
create or replace temp table settled as
with sighted as (
    select sightings.alias, sightings.actor_id
    from facts.alias_sightings as sightings
    join facts.revisions as revisions on revisions.revision_id = sightings.revision_id
    join facts.articles as articles on articles.article_id = revisions.article_id
    group by all
    having count(distinct articles.outlet_id) >= 2
),
accepted as (  -- an alias of two actors is no alias of either
    select alias, any_value(actor_id) as actor_id from sighted group by alias having count(*) = 1
),
learnt as (
    select met.actor_id as read_actor_id, accepted.actor_id
    from accepted
    join facts.actors as met on met.name = accepted.alias and met.seed_key is null and met.kind <> 'place'
    where met.actor_id <> accepted.actor_id
),
wrong as (
    select splits.*, actors.actor_id as wrong_id
    from seeds.actor_splits as splits
    join facts.actors as actors on splits.actor in (actors.name, actors.seed_key)
),
named as (  -- of the actors concerned only; history is long
    select mentions.revision_id, mentions.actor_id as read_actor_id, coalesce(learnt.actor_id, mentions.actor_id) as known_id,
        learnt.actor_id is not null as is_learnt, list(distinct mentions.surface) as surfaces
    from facts.mentions as mentions
    left join learnt on learnt.read_actor_id = mentions.actor_id
    where learnt.actor_id is not null or mentions.actor_id in (select wrong_id from wrong)
    group by all
),
split as (
    select named.revision_id, named.read_actor_id, wrong.becomes_id
    from named
    join wrong on wrong.wrong_id = named.known_id and (wrong.surface = '' or list_contains(named.surfaces, wrong.surface))
    join facts.revisions as revisions on revisions.revision_id = named.revision_id
    join facts.articles as articles on articles.article_id = revisions.article_id
    where (wrong.outlet_id is null or wrong.outlet_id = articles.outlet_id)
        and (wrong.having_text = '' or contains(lower(revisions.body), lower(wrong.having_text)))
    qualify row_number() over (partition by named.revision_id, named.read_actor_id order by wrong.split_no) = 1
)
select revision_id, read_actor_id, becomes_id as actor_id, 'split' as reason from split
union all
select revision_id, read_actor_id, known_id, 'learnt-alias' from named
where is_learnt and (revision_id, read_actor_id) not in (select (revision_id, read_actor_id) from split);

insert into ops.touched_days
select distinct articles.day
from settled
full join daily.settled_actors as before using (revision_id, read_actor_id)
join facts.revisions as revisions on revisions.revision_id = coalesce(settled.revision_id, before.revision_id)
join facts.articles as articles on articles.article_id = revisions.article_id
where (settled.reason, settled.actor_id) is distinct from (before.reason, before.actor_id);

delete from daily.settled_actors;

insert into daily.settled_actors by name select * from settled;

insert into facts.actors by name
select distinct on (splits.becomes_id) splits.becomes_id as actor_id, coalesce(known.name, splits.becomes) as name,
    coalesce(known.kind, splits.kind) as kind, coalesce(known.country, '') as country, coalesce(known.sector, '') as sector,
    known.key as seed_key, coalesce(known.wikidata_id, '') as wikidata_id
from seeds.actor_splits as splits
left join seeds.actors as known on known.actor_id = splits.becomes_id
where splits.becomes_id in (select actor_id from settled) and splits.becomes_id not in (select actor_id from facts.actors)
order by splits.becomes_id, splits.split_no;

drop table settled;
