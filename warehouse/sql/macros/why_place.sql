-- What a place's numbers of a day count, each with its sentence: by GeoNames id, name, or the name as printed.
-- Grain: one row a mention as a place.
create or replace macro main.why_place(name, day, language := 'all', folder := 'all') as table
with fits as (
    select told.*, case when told.place_id = name then 1 when told.place = name then 2
            when lower(strip_accents(told.place)) = lower(strip_accents(trim(name))) then 3
            when lower(strip_accents(told.surface)) = lower(strip_accents(trim(name))) then 4 end as fit
    from daily.place_sentences as told
    where told.day = day::date and told.language = language and told.folder = folder
)
select told.day, told.language, told.folder, told.counted, told.place_id, told.place, told.kind, told.country, told.is_focus, told.item_no,
    told.article_id, told.copy_group_id, told.outlet_id, told.owner, told.outlet, told.title, told.url,
    told.published_at, told.sentence, told.surface, told.revision_id, told.sentence_no,
    told.char_start, told.char_end
from fits as told
where told.place_id in (select fits.place_id from fits where fits.fit = (select min(fits.fit) from fits))
order by told.published_at, told.article_id, told.sentence_no, told.char_start, told.item_no;
comment on macro table main.why_place is 'What a place''s numbers of a day count, each with its sentence: by GeoNames id, name, or the name as printed. Grain: one row a mention as a place.';
