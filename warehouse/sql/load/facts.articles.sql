-- New articles come in; a page's word on its time replaces the feed's, a feed's fills a gap. Days on both sides are touched.
-- Grain: one row an article.
create or replace temp table judged_articles as
with one as (
    select * from staged_articles
    qualify row_number() over (partition by article_id order by published_source in ('', 'feed'), published_at is null, published_precision = '', first_seen_at, outlet_id, url) = 1
),
met as (
    select one.* replace (coalesce(known.first_seen_at, one.first_seen_at) as first_seen_at), known.article_id is null as is_new,
        known.article_id is not null
            and (one.published_source not in ('', 'feed')
                or (known.published_at is null and one.published_at is not null)
                or (known.published_source = 'feed' and known.published_precision = '' and one.published_precision <> '')) as is_retimed
    from one left join facts.articles as known on known.article_id = one.article_id
),
addressed as (  -- the day or month that the address names, as /2026/03/02/ or /2026-03-02-
    select *, try_strptime(regexp_extract(url, '[/=-]((?:19|20)[0-9]{2})[/-](0?[1-9]|1[0-2])(?:[/-]|$)', 1)
        || '-' || regexp_extract(url, '[/=-]((?:19|20)[0-9]{2})[/-](0?[1-9]|1[0-2])(?:[/-]|$)', 2), '%Y-%m') as addressed_month
    from met
),
judged as (
    select * exclude (addressed_month), coalesce(
        (published_source <> '' and published_precision = '')  -- printed, but not to be read, or made up as the feed was asked for
        or published_at > first_seen_at + interval 14 hour  -- zones that were not printed reach as far ahead
        or published_at < timestamptz '1990-01-01 00:00:00+00'
        or abs(date_diff('month', addressed_month, published_at at time zone 'UTC')) > 12, false) as is_suspect
    from addressed
)
select *, (
    case when published_at is null or is_suspect then first_seen_at else published_at end
    at time zone (select value from ops.settings where name = 'timezone')
)::date as day
from judged;

insert into ops.touched_days
select known.day from facts.articles as known semi join (from judged_articles where is_retimed) as judged using (article_id)
union
select day from judged_articles where is_new or is_retimed;

merge into facts.articles as known
using (select * exclude (is_new) from judged_articles) as judged
on known.article_id = judged.article_id
when matched and judged.is_retimed then update set
    canonical_url = coalesce(judged.canonical_url, known.canonical_url), published_at = judged.published_at,
    published_source = judged.published_source, published_precision = judged.published_precision,
    is_suspect = judged.is_suspect, day = judged.day
when matched and judged.canonical_url is not null then update set canonical_url = judged.canonical_url
when not matched then insert (article_id, outlet_id, url, canonical_url, first_seen_at, published_at, published_source, published_precision, is_suspect, day)
    values (judged.article_id, judged.outlet_id, judged.url, judged.canonical_url, judged.first_seen_at, judged.published_at,
        judged.published_source, judged.published_precision, judged.is_suspect, judged.day);

drop table judged_articles;
