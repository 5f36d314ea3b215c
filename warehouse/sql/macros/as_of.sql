-- The articles as they were known at a moment, with the columns of articles.
-- Grain: one row an article that a feed had shown by then.
create or replace macro main.as_of(ts) as table
with entries as (
    select article_id, arg_min(feed_id, (first_seen_at, feed_id)) as feed_id, arg_min(title, (first_seen_at, feed_id)) as title,
        arg_min(author, (first_seen_at, feed_id)) as author, arg_min(published_at, (first_seen_at, feed_id)) as published_at
    from facts.entries where first_seen_at <= ts::timestamptz group by article_id
),
texts as (
    select * from facts.revisions
    where seen_from <= ts::timestamptz and change_kind <> 'removed'
    qualify row_number() over (partition by article_id order by revision_no desc) = 1
),
gone as (
    select article_id, change_kind, seen_from from facts.revisions
    where change_kind = 'removed' and seen_from <= ts::timestamptz and (seen_to is null or seen_to > ts::timestamptz)
),
rejected as (
    select article_id, arg_max(reason, rejected_at) as reason from ops.rejections where rejected_at <= ts::timestamptz group by article_id
),
fetched as (
    select article_id, arg_max(outcome, fetched_at) as outcome from ops.fetches where fetched_at <= ts::timestamptz group by article_id
),
timed as (  -- before its page was read, only the feed's word on its time was known
    select articles.*, texts.revision_id is not null as is_read, coalesce(texts.revision_id is not null, false)
        or articles.published_source in ('', 'feed') as is_final, entries.published_at as feed_published_at
    from facts.articles as articles
    left join texts on texts.article_id = articles.article_id
    left join entries on entries.article_id = articles.article_id
    where articles.first_seen_at <= ts::timestamptz and articles.same_as_id is null
),
known as (
    select * exclude (is_final, feed_published_at) replace (
        case when is_final then published_at else feed_published_at end as published_at,
        case when is_final then published_source when feed_published_at is null then '' else 'feed' end as published_source,
        case when is_final then is_suspect else coalesce(feed_published_at > first_seen_at + interval 14 hour, false) end as is_suspect,
        case when is_read then canonical_url end as canonical_url
    )
    from timed
)
select
    known.article_id, known.url, known.canonical_url, coalesce(outlets.name, '') as outlet, feeds.url as feed_url,
    coalesce(texts.title, entries.title, '') as title, coalesce(nullif(texts.authors, ''), entries.author, '') as authors,
    known.published_at, known.published_source, known.first_seen_at,
    (case when known.published_at is null or known.is_suspect then known.first_seen_at else known.published_at end
        at time zone (select value from ops.settings where name = 'timezone'))::date as day,
    texts.language, texts.dateline_place, texts.dateline_date, texts.lede, texts.body, texts.word_count,
    texts.revision_no, texts.revision_id, texts.modified_at, stories.story_id, copies.copy_group_id,
    copies.role as copy_role, known.is_suspect, known.outlet_id,
    coalesce(gone.change_kind, texts.change_kind) as change_kind, gone.seen_from as removed_at,
    case
        when texts.revision_id is not null then 'read'
        when known.day < (select max(before_day) from ops.prunings where kind = 'texts') then 'pruned'
        when rejected.reason is not null then 'rejected: ' || rejected.reason
        when fetched.outcome is null then 'waiting'
        when fetched.outcome in ('ok', 'unchanged') then 'fetched'
        else 'failed: ' || fetched.outcome
    end as state
from known
left join seeds.outlets as outlets on outlets.outlet_id = known.outlet_id
left join entries on entries.article_id = known.article_id
left join seeds.feeds as feeds on feeds.feed_id = entries.feed_id
left join texts on texts.article_id = known.article_id
left join gone on gone.article_id = known.article_id
left join facts.stories as stories on known.is_read and stories.article_id = known.article_id
left join facts.copies as copies on known.is_read and copies.article_id = known.article_id
left join rejected on rejected.article_id = known.article_id
left join fetched on fetched.article_id = known.article_id;
comment on macro table main.as_of is 'The articles as they were known at a moment, with the columns of articles. Grain: one row an article that a feed had shown by then.';
