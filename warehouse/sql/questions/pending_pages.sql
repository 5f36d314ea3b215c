-- Pages to fetch at $now: never fetched, or whose entry has changed since; transient failures again, later and later, $attempts times.
-- Grain: one row an article.
with asked as (
    select article_id, max(fetched_at) filter (where outcome in ('ok', 'unchanged')) as read_at,
        max(fetched_at) as asked_at,
        arg_max(outcome, fetched_at) as last_outcome, arg_max(status, fetched_at) as last_status,
        arg_max(etag, fetched_at) filter (where outcome = 'ok') as etag,
        arg_max(last_modified, fetched_at) filter (where outcome = 'ok') as last_modified,
        count(*) filter (where outcome not in ('ok', 'unchanged', 'not_tried')) as failure_count
    from ops.fetches group by article_id
),
changed as (
    select article_id, arg_min(url, (first_seen_at, feed_id)) as url,
        max(changed_at) filter (where changed_at > first_seen_at) as changed_at
    from facts.entries group by article_id
)
select articles.article_id, changed.url, asked.etag, asked.last_modified
from facts.articles as articles
join changed using (article_id)
left join asked using (article_id)
where asked.asked_at is null
    or (asked.read_at is not null and changed.changed_at > asked.asked_at)
    or (
        asked.read_at is null and asked.failure_count < $attempts
        and (asked.last_outcome in ('unreachable', 'not_tried')
            or (asked.last_outcome = 'http_error' and (asked.last_status not between 400 and 499 or asked.last_status in (408, 425, 429))))
        and asked.asked_at + interval 1 minute * 5 * pow(2, asked.failure_count)::integer <= $now
    )
order by articles.first_seen_at, articles.url
limit $most;
