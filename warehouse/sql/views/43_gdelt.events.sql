-- What happened, by day, in the 61 columns of GDELT 2.0's events: tellings of one event are one row.
-- Grain: one row an event.
create or replace view gdelt.events as
with told as (
    select *, lpad(length(coalesce(code1, ''))::varchar, 2, '0') || coalesce(code1, '') as fullness1,
        lpad(length(coalesce(code2, ''))::varchar, 2, '0') || coalesce(code2, '') as fullness2,
        (first_seen_at, article_id, event_no) as told_no
    from daily.gdelt_dyads
),
merged as (
    select event_id, sql_date, any_value(cameo_code) as cameo_code, count(*) as mention_count, count(distinct outlet_id) as source_count,
        count(distinct article_id) as article_count, avg(tone) as tone, min(added) as added, arg_min(url, told_no) as url,
        arg_min(revision_id, told_no) as revision_id, arg_min(sentence_no, told_no) as sentence_no,
        any_value(name1) as name1, arg_max_null(code1, fullness1) as code1,
        arg_max_null(iso1, fullness1) as iso1, arg_max_null(country1, fullness1) as country1,
        arg_max_null(group1, fullness1) as group1, arg_max_null(type1, fullness1) as type1,
        any_value(name2) as name2, arg_max_null(code2, fullness2) as code2,
        arg_max_null(iso2, fullness2) as iso2, arg_max_null(country2, fullness2) as country2,
        arg_max_null(group2, fullness2) as group2, arg_max_null(type2, fullness2) as type2,
        any_value(geo_type) as geo_type, any_value(full_name) as full_name, any_value(country_code) as country_code,
        any_value(adm1_code) as adm1_code, any_value(lat) as lat, any_value(long) as long, any_value(feature_id) as feature_id
    from told group by event_id, sql_date
),
codes as (select * from seeds.gdelt_codes),
countries as (  -- where actors are: in the middle of their country
    select points.key as iso, names.code as full_name, fips.code as country_code,
        split_part(points.code, ' ', 1)::double as lat, split_part(points.code, ' ', 2)::double as long
    from codes as points
    join codes as names on names.scheme = 'country' and names.key = points.key
    join codes as fips on fips.scheme = 'fips' and fips.key = points.key
    where points.scheme = 'point'
)
select
    merged.event_id as GLOBALEVENTID,
    merged.sql_date as SQLDATE,
    merged.sql_date // 100 as MonthYear,
    merged.sql_date // 10000 as Year,
    round(merged.sql_date // 10000 + ((merged.sql_date // 100 % 100 - 1) * 30 + merged.sql_date % 100) / 365.0, 4)::double as FractionDate,
    merged.code1 as Actor1Code,
    merged.name1 as Actor1Name,
    merged.country1 as Actor1CountryCode,
    merged.group1 as Actor1KnownGroupCode,
    null::varchar as Actor1EthnicCode,
    null::varchar as Actor1Religion1Code,
    null::varchar as Actor1Religion2Code,
    merged.type1 as Actor1Type1Code,
    null::varchar as Actor1Type2Code,
    null::varchar as Actor1Type3Code,
    merged.code2 as Actor2Code,
    merged.name2 as Actor2Name,
    merged.country2 as Actor2CountryCode,
    merged.group2 as Actor2KnownGroupCode,
    null::varchar as Actor2EthnicCode,
    null::varchar as Actor2Religion1Code,
    null::varchar as Actor2Religion2Code,
    merged.type2 as Actor2Type1Code,
    null::varchar as Actor2Type2Code,
    null::varchar as Actor2Type3Code,
    coalesce(sentences.is_lede, false)::integer as IsRootEvent,
    merged.cameo_code as EventCode,
    left(merged.cameo_code, 3) as EventBaseCode,
    left(merged.cameo_code, 2) as EventRootCode,
    case
        when left(merged.cameo_code, 2) <= '05' then 1
        when left(merged.cameo_code, 2) <= '08' then 2
        when left(merged.cameo_code, 2) <= '13' then 3
        else 4
    end as QuadClass,
    coalesce(exact.code, roots.code)::double as GoldsteinScale,
    merged.mention_count::integer as NumMentions,
    merged.source_count::integer as NumSources,
    merged.article_count::integer as NumArticles,
    round(merged.tone, 4) as AvgTone,
    if(country1.iso is null, 0, 1) as Actor1Geo_Type,
    country1.full_name as Actor1Geo_FullName,
    country1.country_code as Actor1Geo_CountryCode,
    country1.country_code as Actor1Geo_ADM1Code,
    null::varchar as Actor1Geo_ADM2Code,
    country1.lat as Actor1Geo_Lat,
    country1.long as Actor1Geo_Long,
    country1.country_code as Actor1Geo_FeatureID,
    if(country2.iso is null, 0, 1) as Actor2Geo_Type,
    country2.full_name as Actor2Geo_FullName,
    country2.country_code as Actor2Geo_CountryCode,
    country2.country_code as Actor2Geo_ADM1Code,
    null::varchar as Actor2Geo_ADM2Code,
    country2.lat as Actor2Geo_Lat,
    country2.long as Actor2Geo_Long,
    country2.country_code as Actor2Geo_FeatureID,
    coalesce(merged.geo_type, 0) as ActionGeo_Type,
    merged.full_name as ActionGeo_FullName,
    merged.country_code as ActionGeo_CountryCode,
    merged.adm1_code as ActionGeo_ADM1Code,
    null::varchar as ActionGeo_ADM2Code,
    merged.lat as ActionGeo_Lat,
    merged.long as ActionGeo_Long,
    merged.feature_id as ActionGeo_FeatureID,
    merged.added as DATEADDED,
    merged.url as SOURCEURL
from merged
left join facts.sentences as sentences
    on sentences.revision_id = merged.revision_id and sentences.sentence_no = merged.sentence_no
left join codes as exact on exact.scheme = 'goldstein' and exact.key = merged.cameo_code
left join codes as roots on roots.scheme = 'goldstein' and roots.key = left(merged.cameo_code, 2)
left join countries as country1 on country1.iso = merged.iso1
left join countries as country2 on country2.iso = merged.iso2;
comment on view gdelt.events is 'What happened, by day, in the 61 columns of GDELT 2.0''s events: tellings of one event are one row. Grain: one row an event.';
comment on column gdelt.events.GLOBALEVENTID is 'Number made of what makes it one event: day, both names, code and place. Stable; it says nothing of the order.';
comment on column gdelt.events.SQLDATE is 'Day on which it happened, as YYYYMMDD: as the sentence says, else the day of the article.';
comment on column gdelt.events.MonthYear is 'The same as YYYYMM.';
comment on column gdelt.events.Year is 'The same as YYYY.';
comment on column gdelt.events.FractionDate is 'The same as YYYY.FFFF, in years of twelve times thirty days.';
comment on column gdelt.events.Actor1Code is 'CAMEO codes of who does it: country, group and type in one.';
comment on column gdelt.events.Actor1Name is 'Name in capitals of who does it; of nameless ones the word that says what they are.';
comment on column gdelt.events.Actor1CountryCode is 'CAMEO code of the country of that actor.';
comment on column gdelt.events.Actor1KnownGroupCode is 'CAMEO code of the known group that it is.';
comment on column gdelt.events.Actor1EthnicCode is 'Always null: not read.';
comment on column gdelt.events.Actor1Religion1Code is 'Always null: not read.';
comment on column gdelt.events.Actor1Religion2Code is 'Always null: not read.';
comment on column gdelt.events.Actor1Type1Code is 'CAMEO code of what it is: GOV, MIL, REB and so on.';
comment on column gdelt.events.Actor1Type2Code is 'Always null: one type is read.';
comment on column gdelt.events.Actor1Type3Code is 'Always null: one type is read.';
comment on column gdelt.events.Actor2Code is 'CAMEO codes of whom it is done to, or with: country, group and type in one.';
comment on column gdelt.events.Actor2Name is 'Name in capitals of whom it is done to, or with; of nameless ones the word that says what they are.';
comment on column gdelt.events.Actor2CountryCode is 'CAMEO code of the country of that actor.';
comment on column gdelt.events.Actor2KnownGroupCode is 'CAMEO code of the known group that it is.';
comment on column gdelt.events.Actor2EthnicCode is 'Always null: not read.';
comment on column gdelt.events.Actor2Religion1Code is 'Always null: not read.';
comment on column gdelt.events.Actor2Religion2Code is 'Always null: not read.';
comment on column gdelt.events.Actor2Type1Code is 'CAMEO code of what it is: GOV, MIL, REB and so on.';
comment on column gdelt.events.Actor2Type2Code is 'Always null: one type is read.';
comment on column gdelt.events.Actor2Type3Code is 'Always null: one type is read.';
comment on column gdelt.events.IsRootEvent is '1 where the first article told it in its lede.';
comment on column gdelt.events.EventCode is 'CAMEO code.';
comment on column gdelt.events.EventBaseCode is 'Its first three digits.';
comment on column gdelt.events.EventRootCode is 'Its first two digits.';
comment on column gdelt.events.QuadClass is '1 verbal cooperation, statements included, 2 material cooperation, 3 verbal conflict, 4 material conflict.';
comment on column gdelt.events.GoldsteinScale is 'Score of the code on the scale of Goldstein as GDELT has it, -10 to 10.';
comment on column gdelt.events.NumMentions is 'Sentences that tell of it, in all articles so far.';
comment on column gdelt.events.NumSources is 'Outlets that do.';
comment on column gdelt.events.NumArticles is 'Articles that do, copies of one text among them.';
comment on column gdelt.events.AvgTone is 'Mean tone of those articles: words in a good light less those in a bad one, per hundred words.';
comment on column gdelt.events.Actor1Geo_Type is '1: the country of that actor; 0 where it is not known.';
comment on column gdelt.events.Actor1Geo_FullName is 'Name of that country.';
comment on column gdelt.events.Actor1Geo_CountryCode is 'Its FIPS 10-4 code.';
comment on column gdelt.events.Actor1Geo_ADM1Code is 'The same, as GDELT has it of countries.';
comment on column gdelt.events.Actor1Geo_ADM2Code is 'Always null: of countries there is none.';
comment on column gdelt.events.Actor1Geo_Lat is 'Latitude of its middle, in degrees.';
comment on column gdelt.events.Actor1Geo_Long is 'Longitude of its middle, in degrees.';
comment on column gdelt.events.Actor1Geo_FeatureID is 'The FIPS code, as GDELT has it of countries.';
comment on column gdelt.events.Actor2Geo_Type is '1: the country of that actor; 0 where it is not known.';
comment on column gdelt.events.Actor2Geo_FullName is 'Name of that country.';
comment on column gdelt.events.Actor2Geo_CountryCode is 'Its FIPS 10-4 code.';
comment on column gdelt.events.Actor2Geo_ADM1Code is 'The same, as GDELT has it of countries.';
comment on column gdelt.events.Actor2Geo_ADM2Code is 'Always null: of countries there is none.';
comment on column gdelt.events.Actor2Geo_Lat is 'Latitude of its middle, in degrees.';
comment on column gdelt.events.Actor2Geo_Long is 'Longitude of its middle, in degrees.';
comment on column gdelt.events.Actor2Geo_FeatureID is 'The FIPS code, as GDELT has it of countries.';
comment on column gdelt.events.ActionGeo_Type is '1 country, 2 state of the US, 3 place in the US, 4 place elsewhere, 5 first-level division elsewhere, 0 none.';
comment on column gdelt.events.ActionGeo_FullName is 'Where it happened: the place of the event, else the first that its sentence names, else what the article is about.';
comment on column gdelt.events.ActionGeo_CountryCode is 'FIPS 10-4 code of the country.';
comment on column gdelt.events.ActionGeo_ADM1Code is 'FIPS 10-4 code of country and division; of the country alone where that is not known.';
comment on column gdelt.events.ActionGeo_ADM2Code is 'Always null: not read.';
comment on column gdelt.events.ActionGeo_Lat is 'Latitude in degrees.';
comment on column gdelt.events.ActionGeo_Long is 'Longitude in degrees.';
comment on column gdelt.events.ActionGeo_FeatureID is 'FIPS code of a country or division; of what is smaller the GeoNames id, where GDELT has that of GNS or GNIS.';
comment on column gdelt.events.DATEADDED is 'End of the quarter of an hour, UTC, in which the first article was seen, as YYYYMMDDHHMMSS.';
comment on column gdelt.events.SOURCEURL is 'Address of the first article that told it.';
