-- Known actors: states, governments, their heads, bodies, groups, companies.
-- Grain: one row an actor.
create table seeds.actors (
    actor_id varchar not null,
    key varchar not null,
    name varchar not null,
    kind varchar not null,
    country varchar not null,
    sector varchar not null,
    role varchar not null,
    valid_from varchar not null,
    valid_to varchar not null,
    wikidata_id varchar not null
);
comment on table seeds.actors is 'Known actors: states, governments, their heads, bodies, groups, companies. Grain: one row an actor.';
comment on column seeds.actors.actor_id is 'Id made from the key.';
comment on column seeds.actors.key is 'Key of the row in seeds/actors.csv.';
comment on column seeds.actors.name is 'Full usual name.';
comment on column seeds.actors.kind is 'person, organisation, country or group.';
comment on column seeds.actors.country is 'ISO 3166 alpha-2 code; empty where none fits.';
comment on column seeds.actors.sector is 'state, government, legislature, military, company, media, ...';
comment on column seeds.actors.role is 'Office held, for persons.';
comment on column seeds.actors.valid_from is 'Since when, as a year, month or day; empty where unknown.';
comment on column seeds.actors.valid_to is 'Until when; empty while it lasts.';
comment on column seeds.actors.wikidata_id is 'Wikidata id; empty where not certain.';
