-- The places named in the newest texts.
-- Grain: one row a place mention.
create or replace view places as
select
    sentences.article_id, sentences.outlet, sentences.day, places.surface, places.name, places.kind, places.country,
    places.admin1, places.lat, places.lon, places.geonames_id, places.is_metonym, places.is_focus, sentences.sentence,
    places.revision_id, places.place_no, places.mention_no, places.sentence_no, places.char_start, places.char_end,
    places.confidence, places.method
from facts.places as places
join sentences on sentences.day = places.article_day and sentences.revision_id = places.revision_id and sentences.sentence_no = places.sentence_no;
comment on view places is 'The places named in the newest texts. Grain: one row a place mention.';
comment on column places.article_id is 'Article.';
comment on column places.outlet is 'Outlet''s name.';
comment on column places.day is 'Date in the reader''s zone.';
comment on column places.surface is 'The name as printed.';
comment on column places.name is 'The gazetteer''s name of the place.';
comment on column places.kind is 'country, admin1, admin2, capital, city, region or continent.';
comment on column places.country is 'ISO 3166-1 alpha-2; empty for what lies in several countries.';
comment on column places.admin1 is 'First-level division; empty where there is none.';
comment on column places.lat is 'Latitude in degrees.';
comment on column places.lon is 'Longitude in degrees.';
comment on column places.geonames_id is 'GeoNames id; null for regions that have none here.';
comment on column places.is_metonym is 'Whether the name stands for those who govern there.';
comment on column places.is_focus is 'Whether it is the place that the article is about.';
comment on column places.sentence is 'The sentence that it stands in.';
comment on column places.revision_id is 'Revision.';
comment on column places.place_no is 'Number of the place mention.';
comment on column places.mention_no is 'Mention that it is or lies in; null where only the gazetteer saw the name.';
comment on column places.sentence_no is 'Number of the sentence.';
comment on column places.char_start is 'Start in body, 0-based code points.';
comment on column places.char_end is 'End in body, exclusive.';
comment on column places.confidence is '0 to 1.';
comment on column places.method is 'What found it.';
