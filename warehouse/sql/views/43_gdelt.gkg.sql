-- What each article is about, in the 27 columns of GDELT's Global Knowledge Graph 2.1.
-- Grain: one row an article with text.
create or replace view gdelt.gkg as
select
    texts.added || '-' || if(texts.translation is null, '', 'T') || ('0x' || left(md5(texts.article_id), 8))::bigint as GKGRECORDID,
    texts.added as DATE,
    1 as SourceCollectionIdentifier,
    texts.domain as SourceCommonName,
    texts.url as DocumentIdentifier,
    counts.kinds as Counts,
    counts.tellings as V2Counts,
    themes.kinds as Themes,
    themes.tellings as V2Themes,
    places.kinds as Locations,
    places.tellings as V2Locations,
    names.persons as Persons,
    names.person_tellings as V2Persons,
    names.bodies as Organizations,
    names.body_tellings as V2Organizations,
    concat_ws(',', texts.tone, texts.positive, texts.negative, round(texts.positive + texts.negative, 4),
        round(100.0 * happenings.event_count / greatest(texts.word_count, 1), 4),
        round(100.0 * coalesce(len(regexp_extract_all(lower(revisions.body), '\b(' || pronouns.code || ')\b')), 0)
            / greatest(texts.word_count, 1), 4),
        texts.word_count) as V2Tone,
    dates.tellings as Dates,
    'wc:' || texts.word_count as GCAM,
    null::varchar as SharingImage,
    null::varchar as RelatedImages,
    null::varchar as SocialImageEmbeds,
    null::varchar as SocialVideoEmbeds,
    quotes.tellings as Quotations,
    names.tellings as AllNames,
    amounts.tellings as Amounts,
    texts.translation as TranslationInfo,
    concat('<PAGE_AUTHORS>' || nullif(replace(replace(replace(replace(revisions.authors, '; ', ';'), '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '') || '</PAGE_AUTHORS>',
        '<PAGE_PRECISEPUBTIMESTAMP>' || strftime(make_timestamp(epoch_us(if(articles.is_suspect, null, articles.published_at))), '%Y%m%d%H%M%S')
            || '</PAGE_PRECISEPUBTIMESTAMP>',
        '<PAGE_TITLE>' || replace(replace(replace(revisions.title, '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '</PAGE_TITLE>') as Extras
from daily.gdelt_articles as texts
join facts.revisions as revisions on revisions.revision_id = texts.revision_id
join facts.articles as articles on articles.article_id = texts.article_id
left join seeds.gdelt_codes as pronouns on pronouns.scheme = 'pronouns' and pronouns.key = revisions.language
left join lateral (
    select string_agg(distinct block, ';' order by block) || ';' as kinds,
        string_agg(block || '#' || char_start, ';' order by char_start, block) || ';' as tellings
    from daily.gdelt_counts where revision_id = texts.revision_id
) as counts on true
left join lateral (
    select string_agg(distinct theme, ';' order by theme) || ';' as kinds,
        string_agg(theme || ',' || char_start, ';' order by char_start, theme) || ';' as tellings
    from daily.gdelt_themes where revision_id = texts.revision_id
) as themes on true
left join lateral (
    select string_agg(distinct block, ';' order by block) as kinds,
        string_agg(detailed_block || '#' || char_start, ';' order by char_start) as tellings
    from daily.gdelt_places where revision_id = texts.revision_id
) as places on true
left join lateral (
    select string_agg(name || ',' || char_start, ';' order by char_start) filter (where kind = 'person') as person_tellings,
        string_agg(distinct lower(name), ';' order by lower(name)) filter (where kind = 'person') as persons,
        string_agg(name || ',' || char_start, ';' order by char_start) filter (where kind in ('organisation', 'group')) as body_tellings,
        string_agg(distinct lower(name), ';' order by lower(name)) filter (where kind in ('organisation', 'group')) as bodies,
        string_agg(surface || ',' || char_start, ';' order by char_start) as tellings
    from (
        select mentions.kind, mentions.char_start, trim(regexp_replace(mentions.surface, '[;,#|\s]+', ' ', 'g')) as surface,
            trim(regexp_replace(regexp_replace(coalesce(actors.name, mentions.surface), ' \(.*\)$', ''), '[;,#|\s]+', ' ', 'g')) as name
        from (from facts.mentions as found where found.revision_id = texts.revision_id) as mentions
        left join daily.settled_actors as settled
            on settled.revision_id = mentions.revision_id and settled.read_actor_id = mentions.actor_id
        left join facts.actors as actors
            on actors.actor_id = case when settled.reason is null then mentions.actor_id else settled.actor_id end
    )
) as names on true
left join lateral (
    select count(*) as event_count from facts.events where revision_id = texts.revision_id
) as happenings on true
left join lateral (
    select string_agg(concat_ws('#',
            case
                when value ~ '\d{4}' then 1
                when value ~ '\d{4}-\d{2}' then 2
                when surface ~ '.*\d{4}.*' then 3
                else 4
            end,
            if(value ~ '\d{4}', 0, month(start_day)), if(value ~ '\d{4}(-\d{2})?', 0, day(start_day)), year(start_day), char_start
        ), ';' order by char_start) as tellings
    from facts.dates
    where revision_id = texts.revision_id and kind = 'DATE' and start_day is not null and surface ~ '.*\d.*'
        and value ~ '\d{4}(-\d{2}){0,2}'
) as dates on true
left join lateral (
    select string_agg(concat_ws('|', char_start, char_end - char_start, trim(regexp_replace(cue, '[#|\s]+', ' ', 'g')),
            trim(regexp_replace(text, '[#|\s]+', ' ', 'g'))), '#' order by char_start) as tellings
    from facts.quotes where revision_id = texts.revision_id and kind in ('direct', 'mixed')
) as quotes on true
left join lateral (
    select string_agg(concat_ws(',', if(value % 1 = 0, value::hugeint::varchar, value::varchar),
            trim(regexp_replace(concat_ws(' ', nullif(unit, ''), nullif(object, '')), '[;,#|\s]+', ' ', 'g')),
            char_start), ';' order by char_start) || ';' as tellings
    from facts.quantities where revision_id = texts.revision_id and value is not null
) as amounts on true;
comment on view gdelt.gkg is 'What each article is about, in the 27 columns of GDELT''s Global Knowledge Graph 2.1. Grain: one row an article with text.';
comment on column gdelt.gkg.GKGRECORDID is 'DATE, a dash, T where the text is not English, and a number made of the article: stable, in no order.';
comment on column gdelt.gkg.DATE is 'End of the quarter of an hour, UTC, in which the article was seen, as YYYYMMDDHHMMSS.';
comment on column gdelt.gkg.SourceCollectionIdentifier is '1: a page on the web.';
comment on column gdelt.gkg.SourceCommonName is 'Domain of the outlet.';
comment on column gdelt.gkg.DocumentIdentifier is 'Address of the article.';
comment on column gdelt.gkg.Counts is 'Who was killed, injured, arrested and the like: type#number#object#location, ended by semicolons.';
comment on column gdelt.gkg.V2Counts is 'The same, each time with #offset.';
comment on column gdelt.gkg.Themes is 'Themes, ended by semicolons: IPTC topics as IPTC_..., and GDELT''s own names where they mean the same.';
comment on column gdelt.gkg.V2Themes is 'The same as theme,offset for all that speaks for it.';
comment on column gdelt.gkg.Locations is 'Places, each once: type#name#country#adm1#lat#long#feature, separated by semicolons; countries by FIPS 10-4.';
comment on column gdelt.gkg.V2Locations is 'The same each time: type#name#country#adm1##lat#long#feature#offset; the empty field is ADM2, which is not read.';
comment on column gdelt.gkg.Persons is 'Persons in small letters, separated by semicolons.';
comment on column gdelt.gkg.V2Persons is 'Each time as name,offset.';
comment on column gdelt.gkg.Organizations is 'Organisations and groups in small letters, separated by semicolons.';
comment on column gdelt.gkg.V2Organizations is 'Each time as name,offset.';
comment on column gdelt.gkg.V2Tone is 'Tone, positive, negative, polarity, activity, self and group reference, each per hundred words, and the number of words; activity is events told.';
comment on column gdelt.gkg.Dates is 'Dates with a number in them: precision (1 year, 2 month, 3 day, 4 day without year)#month#day#year#offset, separated by semicolons.';
comment on column gdelt.gkg.GCAM is 'wc: the number of words. The dictionaries of GCAM are not counted.';
comment on column gdelt.gkg.SharingImage is 'Always null: images are not kept.';
comment on column gdelt.gkg.RelatedImages is 'Always null: images are not kept.';
comment on column gdelt.gkg.SocialImageEmbeds is 'Always null: embeds are not kept.';
comment on column gdelt.gkg.SocialVideoEmbeds is 'Always null: embeds are not kept.';
comment on column gdelt.gkg.Quotations is 'Quotations: offset|length|verb|quote, separated by #.';
comment on column gdelt.gkg.AllNames is 'All names as printed: name,offset, separated by semicolons.';
comment on column gdelt.gkg.Amounts is 'Amounts: number,object,offset, ended by semicolons.';
comment on column gdelt.gkg.TranslationInfo is 'Language of the text (srclc) where that is not English; nothing was translated.';
comment on column gdelt.gkg.Extras is 'XML: PAGE_AUTHORS, PAGE_PRECISEPUBTIMESTAMP and PAGE_TITLE, where known.';
