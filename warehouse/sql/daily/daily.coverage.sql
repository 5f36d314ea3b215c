-- Says for the touched days how well each feed was seen.
-- Grain: one row a day and feed.
delete from daily.coverage where day in (select day from ops.touched_days where day >= (select poll_day from ops.kept));

insert into daily.coverage by name
with zone as (select value as name from ops.settings where name = 'timezone'),
days as (select distinct day from ops.touched_days where day >= (select poll_day from ops.kept)),
span as (select min(day)::timestamptz - interval 1 day as since, max(day)::timestamptz + interval 2 day as until from days),
polled as (
    select (polls.polled_at at time zone zone.name)::date as day, polls.feed_id, count(*) as poll_count,
        count(*) filter (where polls.outcome not in ('ok', 'unchanged')) as failed_poll_count,
        count(*) filter (where polls.is_possible_gap) as gap_count
    from ops.polls as polls cross join zone
    where polls.polled_at between (select since from span) and (select until from span)
        and (polls.polled_at at time zone zone.name)::date in (select day from days)
    group by all
),
appeared as (
    select (entries.first_seen_at at time zone zone.name)::date as day, entries.feed_id, count(*) as entry_count
    from facts.entries as entries cross join zone
    where entries.first_seen_at between (select since from span) and (select until from span)
        and (entries.first_seen_at at time zone zone.name)::date in (select day from days)
    group by all
),
pages as materialized (select article_id, day from facts.articles where same_as_id is null and day in (select day from days)),
named as (  -- entries stand under the article that they named, which may be another that has turned out to be this one
    select article_id as named_id, article_id from pages
    union all
    select article_id, same_as_id from facts.articles where same_as_id in (select article_id from pages)
),
texts as (
    select distinct article_id from facts.revisions
    where is_newest and article_day in (select day from pages) and article_id in (select article_id from pages)
),
carried as (
    select distinct entries.feed_id, named.article_id from facts.entries as entries join named on named.named_id = entries.article_id
),
shown as (
    select pages.day, carried.feed_id, count(*) as page_count, count(texts.article_id) as read_count
    from carried join pages using (article_id) left join texts using (article_id)
    group by all
),
first_polls as (
    select polls.feed_id, (min(polls.polled_at) at time zone any_value(zone.name))::date as day
    from ops.polls as polls cross join zone
    group by polls.feed_id
),
seen as (
    select day, feed_id from polled
    union
    select day, feed_id from appeared
    union
    select day, feed_id from shown
    union
    select days_polled.day, feeds.feed_id  -- not polled, though it is enabled and had been polled before: 'unpolled'
    from seeds.feeds as feeds
    join first_polls on first_polls.feed_id = feeds.feed_id
    join (select distinct day from polled) as days_polled on days_polled.day > first_polls.day
    where feeds.is_enabled
)
select seen.day, seen.feed_id, coalesce(polled.poll_count, 0)::integer as poll_count,
    coalesce(polled.failed_poll_count, 0)::integer as failed_poll_count, coalesce(polled.gap_count, 0)::integer as gap_count,
    coalesce(appeared.entry_count, 0)::integer as entry_count, coalesce(shown.page_count, 0)::integer as page_count,
    coalesce(shown.read_count, 0)::integer as read_count,
    case
        when polled.poll_count is null then 'unpolled'
        when polled.failed_poll_count = polled.poll_count then 'failed'
        when polled.failed_poll_count > 0 then 'partial'
        else 'ok'
    end as state
from seen
left join polled on polled.day = seen.day and polled.feed_id = seen.feed_id
left join appeared on appeared.day = seen.day and appeared.feed_id = seen.feed_id
left join shown on shown.day = seen.day and shown.feed_id = seen.feed_id
order by seen.day, seen.feed_id;
