-- Canonical actors: known from seeds, or met in the news.
-- Grain: one row an actor.
create table facts.actors (
    actor_id varchar not null,
    name varchar not null,
    kind varchar not null,
    country varchar not null,
    sector varchar not null,
    seed_key varchar,
    wikidata_id varchar not null
);
comment on table facts.actors is 'Canonical actors: known from seeds, or met in the news. Grain: one row an actor.';
comment on column facts.actors.actor_id is 'Id made from the seed''s key, or from kind and name.';
comment on column facts.actors.name is 'Name to show.';
comment on column facts.actors.kind is 'person, organisation, country, group or place.';
comment on column facts.actors.country is 'ISO 3166 alpha-2 code; empty where unknown.';
comment on column facts.actors.sector is 'Sector of a known actor; empty otherwise.';
comment on column facts.actors.seed_key is 'Key in seeds/actors.csv; null for those met in the news.';
comment on column facts.actors.wikidata_id is 'Wikidata id; empty where not certain.';
