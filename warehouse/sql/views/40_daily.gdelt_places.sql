-- The places named in the newest texts as GDELT writes them.
-- Grain: one row a place mention.
create or replace view daily.gdelt_places as
with spots as (
    select
        places.revision_id, places.place_no, places.sentence_no, places.char_start, places.is_metonym, places.is_focus,
        case
            when places.kind = 'country' then 1
            when places.country = 'US' then if(places.kind = 'admin1', 2, 3)
            when places.kind = 'admin1' then 5 else 4
        end as geo_type,
        concat_ws(', ', places.name, case when places.kind not in ('country', 'admin1') then nullif(places.admin1, '') end,
            case when places.kind <> 'country' then nullif(countries.code, places.name) end) as full_name,
        fips.code as country_code, case when places.kind = 'country' then fips.code else coalesce(divisions.code, fips.code) end as adm1_code,
        round(places.lat, 4) as lat, round(places.lon, 4) as long,
        case
            when places.kind = 'country' then fips.code
            when places.kind = 'admin1' and divisions.code is not null then divisions.code
            else places.geonames_id::varchar
        end as feature_id
    from facts.places as places
    join seeds.gdelt_codes as fips on fips.scheme = 'fips' and fips.key = places.country
    left join seeds.gdelt_codes as countries on countries.scheme = 'country' and countries.key = places.country
    left join seeds.gdelt_codes as divisions
        on divisions.scheme = 'adm1' and divisions.key = places.country || '|' || places.admin1
)
select *,
    concat_ws('#', geo_type, full_name, country_code, coalesce(adm1_code, ''), lat, long, coalesce(feature_id, '')) as block,
    concat_ws('#', geo_type, full_name, country_code, coalesce(adm1_code, ''), '', lat, long, coalesce(feature_id, '')) as detailed_block
from spots;
comment on view daily.gdelt_places is 'The places named in the newest texts as GDELT writes them. Grain: one row a place mention.';
comment on column daily.gdelt_places.revision_id is 'Revision.';
comment on column daily.gdelt_places.place_no is 'Number of the place mention.';
comment on column daily.gdelt_places.sentence_no is 'Number of the sentence.';
comment on column daily.gdelt_places.char_start is 'Start in body, 0-based code points.';
comment on column daily.gdelt_places.is_metonym is 'Whether the name stands for those who govern there.';
comment on column daily.gdelt_places.is_focus is 'Whether it is the place that the article is about.';
comment on column daily.gdelt_places.geo_type is '1 country, 2 state of the US, 3 place in the US, 4 place elsewhere, 5 first-level division elsewhere.';
comment on column daily.gdelt_places.full_name is 'Place, division, country.';
comment on column daily.gdelt_places.country_code is 'FIPS 10-4 code of the country.';
comment on column daily.gdelt_places.adm1_code is 'FIPS 10-4 code of country and first-level division; of the country alone where the division''s is not known here.';
comment on column daily.gdelt_places.lat is 'Latitude in degrees.';
comment on column daily.gdelt_places.long is 'Longitude in degrees.';
comment on column daily.gdelt_places.feature_id is 'FIPS code of a country or division, GeoNames id of what is smaller.';
comment on column daily.gdelt_places.block is 'All of it, as the older of GDELT''s two lists of places has it.';
comment on column daily.gdelt_places.detailed_block is 'All of it, as the newer list has it, with an empty field for ADM2.';
