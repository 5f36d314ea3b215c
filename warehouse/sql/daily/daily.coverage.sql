-- Says for the touched days how well each feed was seen.
-- Grain: one row a day and feed.
delete from daily.coverage where day in (select day from ops.touched_days where day >= (select poll_day from ops.kept));

insert into daily.coverage by name
with zone as (select value as name from ops.settings where name = 'timezone'),
days as (select distinct day from ops.touched_days where day >= (select poll_day from ops.kept)),
polled as (
    select (polls.polled_at at time zone zone.name)::date as day, polls.feed_id, count(*) as poll_count,
        count(*) filter (where polls.outcome not in ('ok', 'unchanged')) as failed_poll_count,
        count(*) filter (where polls.is_possible_gap) as gap_count
    from ops.polls as polls cross join zone
    where (polls.polled_at at time zone zone.name)::date in (select day from days)
    group by all
),
appeared as (
    select (entries.first_seen_at at time zone zone.name)::date as day, entries.feed_id, count(*) as entry_count
    from facts.entries as entries cross join zone
    where (entries.first_seen_at at time zone zone.name)::date in (select day from days)
    group by all
),
shown as (
    select articles.day, entries.feed_id, count(distinct articles.article_id) as page_count,
        count(distinct articles.article_id) filter (where revisions.revision_id is not null) as read_count
    from facts.entries as entries
    join facts.articles as named on named.article_id = entries.article_id
    join facts.articles as articles on articles.article_id = coalesce(named.same_as_id, named.article_id)
    left join facts.revisions as revisions on revisions.article_id = articles.article_id and revisions.is_newest
    where articles.day in (select day from days)
    group by all
),
first_polls as (
    select polls.feed_id, min((polls.polled_at at time zone zone.name)::date) as day
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

update daily.coverage as feeds set usual_page_count = usual.page_count
from (
    with futures as (
        select distinct touched.day + ahead.length::integer as day
        from (select distinct day from ops.touched_days) as touched cross join range(0, 29) as ahead(length)
    ),
    pasts as (
        select days.day, days.feed_id, past.page_count, (days.day - past.day) % 7 = 0 as is_weekday,
            count(*) filter (where is_weekday) over (partition by days.day, days.feed_id) as weekday_count
        from daily.coverage as days
        join futures using (day)
        cross join range(1, 29) as back(length)
        left join daily.coverage as past on past.feed_id = days.feed_id and past.day = days.day - back.length::integer
            and past.poll_count > past.failed_poll_count
    )
    select day, feed_id, avg(page_count) filter (where is_weekday or weekday_count < 2) as page_count
    from pasts group by day, feed_id
) as usual
where usual.day = feeds.day and usual.feed_id = feeds.feed_id and feeds.usual_page_count is distinct from usual.page_count;
