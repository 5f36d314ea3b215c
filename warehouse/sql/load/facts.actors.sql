-- Actors met for the first time come in; a seed's word replaces the news's; of several spellings the same is shown whatever came first.
-- Grain: one row an actor.
merge into facts.actors as known
using (
    select * replace (max(country) over (partition by actor_id) as country)
    from staged_actors
    qualify row_number() over (partition by actor_id order by seed_key nulls last, name = upper(name), name, kind) = 1
) as staged
on known.actor_id = staged.actor_id
when matched and staged.seed_key is not null
    and (known.name, known.kind, known.country, known.sector, known.seed_key, known.wikidata_id)
        is distinct from (staged.name, staged.kind, staged.country, staged.sector, staged.seed_key, staged.wikidata_id)
then update set
    name = staged.name, kind = staged.kind, country = staged.country, sector = staged.sector, seed_key = staged.seed_key,
    wikidata_id = staged.wikidata_id
when matched and staged.seed_key is null and known.seed_key is null then update set
    name = case
        when (staged.name = upper(staged.name), staged.name) < (known.name = upper(known.name), known.name) then staged.name
        else known.name
    end,
    country = greatest(known.country, staged.country)
when not matched then insert by name;
