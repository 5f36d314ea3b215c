-- What the newest texts tell as done, each source with each target, dated, placed and coded as GDELT does.
-- Grain: one row an event, source and target.
create or replace view daily.gdelt_dyads as
with told as (
    select events.revision_id, events.event_no, events.sentence_no, events.char_start, events.cameo_code,
        events.confidence, events.place_no, articles.article_id, articles.outlet_id, articles.url, articles.added, articles.tone,
        articles.first_seen_at, least(coalesce(dates.start_day, articles.day), articles.day) as day
    from facts.events as events
    join daily.gdelt_articles as articles on articles.revision_id = events.revision_id
    left join facts.dates as dates on dates.revision_id = events.revision_id and dates.date_no = events.date_no
    where not events.is_negated and (events.realis = 'actual'  -- a promise and a threat are events of their own
        or left(events.cameo_code, 2) = '03' and events.realis = 'planned'
        or left(events.cameo_code, 2) = '13' and events.realis in ('planned', 'threatened'))
),
parties as (
    select *, bool_or(side = 'target') over (partition by revision_id, event_no) as has_target,
        count(*) over (partition by revision_id, event_no) as party_count
    from daily.gdelt_parties
),
sources as (select * from parties where side = 'source'),
targets as (
    select *, null::integer as own_no from parties where side = 'target'
    union all  -- "Russia and Turkey met" has two sources and no target: each is the other's
    select parties.*, parties.event_actor_no
    from parties
    join facts.events as events on events.revision_id = parties.revision_id and events.event_no = parties.event_no
    where events.is_mutual and not parties.has_target and parties.party_count > 1
),
spots as (select * from daily.gdelt_places),
in_sentence as (
    select revision_id, sentence_no, arg_min(place_no, char_start) as place_no
    from spots where not is_metonym group by revision_id, sentence_no
),
in_focus as (select revision_id, min(place_no) as place_no from spots where is_focus group by revision_id),
dyads as (
    select told.*, sources.name as name1, sources.code as code1, sources.country as iso1, sources.country_code as country1,
        sources.group_code as group1, sources.type_code as type1, sources.char_start as start1, targets.name as name2,
        targets.code as code2, targets.country as iso2, targets.country_code as country2, targets.group_code as group2,
        targets.type_code as type2, targets.char_start as start2,
        coalesce(told.place_no, in_sentence.place_no, in_focus.place_no) as spot_no
    from told
    left join sources on sources.revision_id = told.revision_id and sources.event_no = told.event_no
    left join targets on targets.revision_id = told.revision_id and targets.event_no = told.event_no
    left join in_sentence on in_sentence.revision_id = told.revision_id and in_sentence.sentence_no = told.sentence_no
    left join in_focus on in_focus.revision_id = told.revision_id
    where coalesce(sources.name, targets.name) is not null and targets.own_no is distinct from coalesce(sources.event_actor_no, -1)
)
select
    ('0x' || left(md5(concat_ws('|', strftime(dyads.day, '%Y%m%d'), coalesce(dyads.name1, ''), coalesce(dyads.name2, ''),
        dyads.cameo_code, coalesce(spots.full_name, ''))), 13))::bigint as event_id,
    strftime(dyads.day, '%Y%m%d')::integer as sql_date, dyads.revision_id, dyads.event_no, dyads.sentence_no, dyads.char_start,
    dyads.cameo_code, dyads.confidence, dyads.article_id, dyads.outlet_id, dyads.url, dyads.added, dyads.tone, dyads.first_seen_at,
    dyads.name1, dyads.code1, dyads.iso1, dyads.country1, dyads.group1, dyads.type1, dyads.start1, dyads.name2, dyads.code2,
    dyads.iso2, dyads.country2, dyads.group2, dyads.type2, dyads.start2, spots.geo_type, spots.full_name, spots.country_code,
    spots.adm1_code, spots.lat, spots.long, spots.feature_id
from dyads
left join spots on spots.revision_id = dyads.revision_id and spots.place_no = dyads.spot_no;
comment on view daily.gdelt_dyads is 'What the newest texts tell as done, each source with each target, dated, placed and coded as GDELT does. Grain: one row an event, source and target.';
comment on column daily.gdelt_dyads.event_id is 'Number made of day, names, code and place: what is told alike is one event.';
comment on column daily.gdelt_dyads.sql_date is 'Day on which it happened, as YYYYMMDD.';
comment on column daily.gdelt_dyads.revision_id is 'Revision.';
comment on column daily.gdelt_dyads.event_no is 'Number of the event.';
comment on column daily.gdelt_dyads.sentence_no is 'Number of the sentence.';
comment on column daily.gdelt_dyads.char_start is 'Start of the word that tells of it in body, 0-based code points.';
comment on column daily.gdelt_dyads.cameo_code is 'CAMEO code.';
comment on column daily.gdelt_dyads.confidence is '0 to 1.';
comment on column daily.gdelt_dyads.article_id is 'Article.';
comment on column daily.gdelt_dyads.outlet_id is 'Outlet.';
comment on column daily.gdelt_dyads.url is 'Address of the article.';
comment on column daily.gdelt_dyads.added is 'The quarter of an hour in which the article was seen, as YYYYMMDDHHMMSS.';
comment on column daily.gdelt_dyads.tone is 'Tone of the article on the scale of GDELT.';
comment on column daily.gdelt_dyads.first_seen_at is 'When a poll first showed the article.';
comment on column daily.gdelt_dyads.name1 is 'Name of the source in capitals; null where not said.';
comment on column daily.gdelt_dyads.code1 is 'CAMEO codes of the source.';
comment on column daily.gdelt_dyads.iso1 is 'ISO 3166-1 alpha-2 of the country of the source.';
comment on column daily.gdelt_dyads.country1 is 'CAMEO code of that country.';
comment on column daily.gdelt_dyads.group1 is 'CAMEO code of the known group that the source is.';
comment on column daily.gdelt_dyads.type1 is 'CAMEO code of what the source is.';
comment on column daily.gdelt_dyads.start1 is 'Start of the source in body, 0-based code points.';
comment on column daily.gdelt_dyads.name2 is 'Name of the target in capitals; null where not said.';
comment on column daily.gdelt_dyads.code2 is 'CAMEO codes of the target.';
comment on column daily.gdelt_dyads.iso2 is 'ISO 3166-1 alpha-2 of the country of the target.';
comment on column daily.gdelt_dyads.country2 is 'CAMEO code of that country.';
comment on column daily.gdelt_dyads.group2 is 'CAMEO code of the known group that the target is.';
comment on column daily.gdelt_dyads.type2 is 'CAMEO code of what the target is.';
comment on column daily.gdelt_dyads.start2 is 'Start of the target in body, 0-based code points.';
comment on column daily.gdelt_dyads.geo_type is 'Kind of the place, as of daily.gdelt_places.';
comment on column daily.gdelt_dyads.full_name is 'Place, division, country.';
comment on column daily.gdelt_dyads.country_code is 'FIPS 10-4 code of the country.';
comment on column daily.gdelt_dyads.adm1_code is 'FIPS 10-4 code of the division.';
comment on column daily.gdelt_dyads.lat is 'Latitude in degrees.';
comment on column daily.gdelt_dyads.long is 'Longitude in degrees.';
comment on column daily.gdelt_dyads.feature_id is 'FIPS code or GeoNames id.';
