-- How many were killed, injured, arrested and the like, by the newest texts.
-- Grain: one row a count.
create or replace view daily.gdelt_counts as
with spots as (select * from daily.gdelt_places),
counted as (
    select quantities.revision_id, quantities.quantity_no, quantities.sentence_no, quantities.char_start, types.code as count_type,
        coalesce(quantities.value, quantities.low, quantities.high)::bigint as number,
        trim(regexp_replace(if(quantities.kind = 'casualties', regexp_replace(quantities.object, '[^ ]+$', ''), quantities.object),
            '[;,#|\s]+', ' ', 'g')) as object,
        coalesce(min(stated.place_no), min(nearby.place_no), min(in_focus.place_no)) as place_no
    from facts.quantities as quantities
    join seeds.gdelt_codes as types
        on types.scheme = 'count' and types.key = regexp_extract(lower(quantities.object), '([^ ]+)$', 1)
    left join facts.places as stated
        on stated.revision_id = quantities.revision_id and stated.mention_no = quantities.place_mention_no
    left join spots as nearby on nearby.revision_id = quantities.revision_id and nearby.sentence_no = quantities.sentence_no
        and not nearby.is_metonym
    left join spots as in_focus on in_focus.revision_id = quantities.revision_id and in_focus.is_focus
    where quantities.kind in ('casualties', 'count') and coalesce(quantities.value, quantities.low, quantities.high) >= 1
        and coalesce(quantities.value, quantities.low, quantities.high) % 1 = 0
    group by all
)
select counted.revision_id, counted.count_type, counted.number, counted.object, counted.char_start,
    concat_ws('#', counted.count_type, counted.number, counted.object, coalesce(spots.geo_type::varchar, ''),
        coalesce(spots.full_name, ''), coalesce(spots.country_code, ''), coalesce(spots.adm1_code, ''),
        coalesce(spots.lat::varchar, ''), coalesce(spots.long::varchar, ''), coalesce(spots.feature_id, '')) as block
from counted
left join spots on spots.revision_id = counted.revision_id and spots.place_no = counted.place_no;
comment on view daily.gdelt_counts is 'How many were killed, injured, arrested and the like, by the newest texts. Grain: one row a count.';
comment on column daily.gdelt_counts.revision_id is 'Revision.';
comment on column daily.gdelt_counts.count_type is 'KILL, WOUND, ARREST, KIDNAP, PROTEST, AFFECT, REFUGEES, DISPLACED, EVACUATION or SICKENED.';
comment on column daily.gdelt_counts.number is 'How many: the number said, else the least that is meant.';
comment on column daily.gdelt_counts.object is 'Who is counted, as printed.';
comment on column daily.gdelt_counts.char_start is 'Start in body, 0-based code points.';
comment on column daily.gdelt_counts.block is 'The count with its place as GDELT writes it.';
