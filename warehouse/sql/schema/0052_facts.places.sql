-- The places that articles name, resolved in the gazetteer.
-- Grain: one row a place mention.
create table facts.places (
    revision_id varchar not null,
    place_no integer not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    surface varchar not null,
    mention_no integer,
    geonames_id integer,
    name varchar not null,
    kind varchar not null,
    country varchar not null,
    admin1 varchar not null,
    lat double not null,
    lon double not null,
    is_metonym boolean not null,
    is_focus boolean not null,
    confidence double not null,
    method varchar not null
);
comment on table facts.places is 'The places that articles name, resolved in the gazetteer. Grain: one row a place mention.';
comment on column facts.places.revision_id is 'Revision.';
comment on column facts.places.place_no is '0, 1, ...';
comment on column facts.places.sentence_no is 'Sentence; of a name in the dateline, the first.';
comment on column facts.places.char_start is 'Start in body, 0-based code points.';
comment on column facts.places.char_end is 'End in body, exclusive.';
comment on column facts.places.surface is 'The name as printed.';
comment on column facts.places.mention_no is 'Mention that it is or lies in; null where only the gazetteer saw the name.';
comment on column facts.places.geonames_id is 'GeoNames id; null for regions that have none here.';
comment on column facts.places.name is 'The gazetteer''s name of the place.';
comment on column facts.places.kind is 'country, admin1, admin2, capital, city, region or continent.';
comment on column facts.places.country is 'ISO 3166-1 alpha-2; empty for what lies in several countries.';
comment on column facts.places.admin1 is 'First-level division; empty where there is none.';
comment on column facts.places.lat is 'Latitude in degrees.';
comment on column facts.places.lon is 'Longitude in degrees.';
comment on column facts.places.is_metonym is 'Whether the name stands for those who govern there: "Lisbon rejected the offer".';
comment on column facts.places.is_focus is 'Whether it is the place that the article is about.';
comment on column facts.places.confidence is '0 to 1: trust in the name times the share of this place among all of its name.';
comment on column facts.places.method is 'What found it.';
