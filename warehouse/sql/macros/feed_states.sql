-- How the feeds were at a moment, each judged by its own polls and its own rhythm.
-- Grain: one row a feed.
create or replace macro main.feed_states(ts) as table
with polled as (
    select feed_id, polled_at, outcome, error, outcome not in ('ok', 'unchanged') as is_failed,
        row_number() over (partition by feed_id order by polled_at desc) as no
    from ops.polls where polled_at <= ts::timestamptz and outcome <> 'not_tried'
),
judged as (
    select feed_id, min(polled_at) as first_polled_at, max(polled_at) as last_polled_at,
        max(polled_at) filter (where not is_failed) as last_success_at, arg_max(outcome, polled_at) as last_outcome,
        arg_max(error, polled_at) filter (where is_failed) as last_error, count(*) filter (where no <= 20) as recent_poll_count,
        count(*) filter (where no <= 20 and is_failed) as recent_failed_poll_count,
        coalesce(min(no) filter (where not is_failed), count(*) + 1) - 1 as failure_count
    from polled group by feed_id
),
appeared as (  -- an entry's time is never later than its first sight; of older ones, the newest tell enough
    select distinct feed_id, least(coalesce(published_at, first_seen_at), first_seen_at) as appeared_at
    from facts.entries
    where first_seen_at <= ts::timestamptz
),
gaps as (
    select feed_id, appeared_at, appeared_at > ts::timestamptz - interval 90 day as is_recent,
        date_diff('second', lag(appeared_at) over (partition by feed_id order by appeared_at), appeared_at) / 60 as gap_minutes
    from appeared
),
rhythms as (  -- the second longest gap is usual, be it a night or a weekend; the longest may be a fault
    select feed_id, max(appeared_at) as newest_at, coalesce(median(gap_minutes) filter (where is_recent), median(gap_minutes)) as usual_minutes,
        coalesce(max(gap_minutes, 2) filter (where is_recent), max(gap_minutes, 2)) as longest
    from gaps group by feed_id
),
known as (
    select feeds.*, judged.* exclude (feed_id), rhythms.newest_at, rhythms.usual_minutes, states.moved_url, states.next_poll_at,
        states.gone_at <= ts::timestamptz and judged.last_outcome = 'gone' as is_gone,
        date_diff('second', coalesce(rhythms.newest_at, judged.first_polled_at), judged.last_success_at) / 60 as silent_minutes,
        case when len(rhythms.longest) > 0 then greatest(1440, 2 * rhythms.longest[len(rhythms.longest)]) else 30 * 1440 end as patience_minutes
    from seeds.feeds as feeds
    left join judged using (feed_id)
    left join rhythms using (feed_id)
    left join ops.feed_state as states using (feed_id)
)
select feed_id, outlet_id, url, title, folder, language, is_enabled,
    case
        when not is_enabled then 'paused'
        when is_gone then 'gone'
        when last_polled_at is null then 'new'
        when failure_count > 1 or (failure_count = 1 and recent_failed_poll_count = 1) then 'failing'
        when failure_count = 1 or recent_failed_poll_count >= 0.1 * recent_poll_count and recent_failed_poll_count > 0 then 'flaky'
        when silent_minutes > patience_minutes then 'silent'
        when moved_url is not null then 'moved'
        else 'ok'
    end as state,
    last_polled_at, last_outcome, last_error, last_success_at, next_poll_at, coalesce(failure_count, 0)::integer as failure_count,
    coalesce(recent_poll_count, 0)::integer as recent_poll_count, coalesce(recent_failed_poll_count, 0)::integer as recent_failed_poll_count,
    newest_at, usual_minutes, patience_minutes, moved_url
from known;
comment on macro table main.feed_states is 'How the feeds were at a moment, each judged by its own polls and its own rhythm. Grain: one row a feed.';
