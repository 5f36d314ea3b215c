-- What a place's numbers of a day count, each with its sentence: by GeoNames id, name, or the name as printed.
-- Grain: one row a mention as a place.
create or replace macro main.why_place(name, day, language := 'all', folder := 'all') as table
with fits as (
    select coalesce(places.geonames_id::varchar, places.name) as place_id,
        case when coalesce(places.geonames_id::varchar, places.name) = name then 1 when places.name = name then 2
            when lower(strip_accents(places.name)) = lower(strip_accents(trim(name))) then 3
            when lower(strip_accents(places.surface)) = lower(strip_accents(trim(name))) then 4 end as fit
    from facts.places as places
    join daily.counted_articles as told on told.day = places.article_day and told.revision_id = places.revision_id
    where told.day = day::date and not places.is_metonym
),
named as (select distinct fits.place_id from fits where fits.fit = (select min(fits.fit) from fits))
select told.day, told.language, told.folder, told.counted, told.place_id, told.place, told.kind, told.country, told.is_focus, told.item_no,
    told.article_id, told.copy_group_id, told.outlet_id, told.owner, told.outlet, told.title, told.url,
    told.published_at, told.sentence, told.surface, told.revision_id, told.sentence_no,
    told.char_start, told.char_end
from daily.place_sentences as told
join named on named.place_id = told.place_id
where told.day = day::date and told.language = language and told.folder = folder
order by told.published_at, told.article_id, told.sentence_no, told.char_start, told.item_no;
comment on macro table main.why_place is 'What a place''s numbers of a day count, each with its sentence: by GeoNames id, name, or the name as printed. Grain: one row a mention as a place.';
