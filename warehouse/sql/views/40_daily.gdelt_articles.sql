-- Articles with text as the views of the schema gdelt need them.
-- Grain: one row an article with text.
create or replace view daily.gdelt_articles as
with toned as (
    select revision_id,
        sum(len(string_split(evidence, '; '))) filter (where tone = 'positive') as positive_count,
        sum(len(string_split(evidence, '; '))) filter (where tone = 'negative') as negative_count
    from facts.tones where scope = 'sentence' group by revision_id
),
seen as (
    select counted.article_id, counted.revision_id, counted.day, counted.outlet_id, counted.word_count, articles.first_seen_at,
        coalesce(outlets.domain, regexp_extract(articles.url, '^[a-z]+://(?:www\.)?([^/:?#]+)', 1)) as domain, articles.url,
        strftime(make_timestamp((epoch_us(articles.first_seen_at) + 899999999) // 900000000 * 900000000), '%Y%m%d%H%M%S')::bigint as added,
        case when counted.language not in ('', 'en') then 'srclc:' || coalesce(languages.code, counted.language) || ';eng:untranslated' end
            as translation,
        100.0 / greatest(counted.word_count, 1) as share
    from daily.counted_articles as counted
    join facts.articles as articles on articles.article_id = counted.article_id
    left join seeds.outlets as outlets on outlets.outlet_id = counted.outlet_id
    left join seeds.gdelt_codes as languages on languages.scheme = 'language' and languages.key = counted.language
)
select seen.article_id, seen.revision_id, seen.day, seen.outlet_id, seen.first_seen_at, seen.domain, seen.url, seen.added,
    seen.translation, seen.word_count, round(seen.share * coalesce(toned.positive_count, 0), 4)::double as positive,
    round(seen.share * coalesce(toned.negative_count, 0), 4)::double as negative,
    round(seen.share * (coalesce(toned.positive_count, 0) - coalesce(toned.negative_count, 0)), 4)::double as tone
from seen
left join toned on toned.revision_id = seen.revision_id;
comment on view daily.gdelt_articles is 'Articles with text as the views of the schema gdelt need them. Grain: one row an article with text.';
comment on column daily.gdelt_articles.article_id is 'Article.';
comment on column daily.gdelt_articles.revision_id is 'Its newest text.';
comment on column daily.gdelt_articles.day is 'Date in the reader''s zone.';
comment on column daily.gdelt_articles.outlet_id is 'Outlet.';
comment on column daily.gdelt_articles.first_seen_at is 'When a poll first showed it.';
comment on column daily.gdelt_articles.domain is 'Domain of the outlet.';
comment on column daily.gdelt_articles.url is 'Address of the article.';
comment on column daily.gdelt_articles.added is 'The quarter of an hour, UTC, at whose end it had been seen, as YYYYMMDDHHMMSS.';
comment on column daily.gdelt_articles.translation is 'Its language as GDELT writes where a text was translated from; null of English.';
comment on column daily.gdelt_articles.word_count is 'Words in the body.';
comment on column daily.gdelt_articles.positive is 'Words that cast a good light, per hundred words.';
comment on column daily.gdelt_articles.negative is 'Words that cast a bad light, per hundred words.';
comment on column daily.gdelt_articles.tone is 'The difference of the two.';
