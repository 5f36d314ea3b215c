-- Actors met for the first time come in; what a seed says of one replaces what the news or an earlier seed had taught.
-- Grain: one row an actor.
merge into facts.actors as known
using (select * from staged_actors qualify row_number() over (partition by actor_id order by seed_key nulls last, name, country) = 1) as staged
on known.actor_id = staged.actor_id
when matched and staged.seed_key is not null
    and (known.name, known.kind, known.country, known.sector, known.seed_key, known.wikidata_id)
        is distinct from (staged.name, staged.kind, staged.country, staged.sector, staged.seed_key, staged.wikidata_id)
then update set
    name = staged.name, kind = staged.kind, country = staged.country, sector = staged.sector, seed_key = staged.seed_key,
    wikidata_id = staged.wikidata_id
when not matched then insert by name;
