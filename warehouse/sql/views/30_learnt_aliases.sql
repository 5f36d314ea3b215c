-- Other names that outlets give actors, with how many do and since when; from two outlets on they are taken for the actor.
-- Grain: one row an alias and actor.
create or replace view learnt_aliases as
select sightings.alias, actors.name as actor, actors.kind, count(*) as sighting_count,
    count(distinct sentences.outlet) as outlet_count, min(sentences.day) as first_day, max(sentences.day) as last_day,
    string_agg(distinct sightings.pattern, ', ' order by sightings.pattern) as patterns,
    count(distinct sentences.outlet) >= 2 as is_accepted, arg_min(sentences.sentence, sentences.day) as example,
    sightings.actor_id
from facts.alias_sightings as sightings
join sentences on sentences.day = sightings.article_day and sentences.revision_id = sightings.revision_id and sentences.sentence_no = sightings.sentence_no
join facts.actors as actors on actors.actor_id = sightings.actor_id
group by sightings.alias, sightings.actor_id, actors.name, actors.kind;
comment on view learnt_aliases is 'Other names that outlets give actors, with how many do and since when; from two outlets on they are taken for the actor. Grain: one row an alias and actor.';
comment on column learnt_aliases.alias is 'The other name as printed.';
comment on column learnt_aliases.actor is 'The actor that it is given to.';
comment on column learnt_aliases.kind is 'person, organisation, country, group or place.';
comment on column learnt_aliases.sighting_count is 'How often it was given in the newest texts.';
comment on column learnt_aliases.outlet_count is 'Outlets that gave it.';
comment on column learnt_aliases.first_day is 'First day.';
comment on column learnt_aliases.last_day is 'Last day.';
comment on column learnt_aliases.patterns is 'acronym, known-as, formerly.';
comment on column learnt_aliases.is_accepted is 'Whether two outlets gave it, so that it is taken for the actor unless two gave it to another.';
comment on column learnt_aliases.example is 'A sentence that gives it.';
comment on column learnt_aliases.actor_id is 'Actor.';
