-- Pages to fetch at $now: never fetched, whose entry has changed since, whose robots.txt may allow them now; transient failures again, later and later, $attempts times.
-- Grain: one row an article.
with asked as (
    select article_id, max(fetched_at) filter (where outcome in ('ok', 'unchanged')) as read_at,
        max(fetched_at) as asked_at,
        arg_max(outcome, fetched_at) as last_outcome, arg_max(status, fetched_at) as last_status,
        arg_max({etag: etag, last_modified: last_modified, url: final_url}, fetched_at) filter (where outcome = 'ok') as sent,
        arg_max(final_url, fetched_at) as last_url,
        count(*) filter (where outcome not in ('ok', 'unchanged', 'not_tried', 'disallowed')) as failure_count
    from ops.fetches group by article_id
),
changed as (
    select article_id, arg_min(url, (first_seen_at, feed_id)) as url, regexp_extract(arg_min(url, (first_seen_at, feed_id)), '^([a-z]+://[^/?#]+)', 1) as origin,
        max(changed_at) filter (where changed_at > first_seen_at) as changed_at
    from facts.entries group by article_id
),
robots as (select origin, access, expires_at, changed_at from ops.robots)
select articles.article_id, changed.url, asked.sent.etag, asked.sent.last_modified, asked.sent.url as validated_url
from facts.articles as articles
join changed using (article_id)
left join asked using (article_id)
left join robots on asked.last_outcome = 'disallowed' and robots.origin = regexp_extract(asked.last_url, '^([a-z]+://[^/?#]+)', 1)
where changed.origin not in (select origin from robots where access = 'wait' and expires_at > $now)
and split_part(changed.origin, '://', 2) not in (select host from ops.host_holds where until_at > $now)
and (asked.asked_at is null
    or (asked.read_at is not null and changed.changed_at > asked.asked_at)
    or (
        asked.read_at is null and asked.failure_count < $attempts
        and (asked.last_outcome in ('unreachable', 'not_tried')
            or (asked.last_outcome = 'http_error' and (asked.last_status not between 400 and 499 or asked.last_status in (408, 425, 429))))
        and asked.asked_at + interval 1 minute * 5 * pow(2, asked.failure_count)::integer <= $now
    )
    or (
        asked.last_outcome = 'disallowed'
        and asked.asked_at < $now - interval 1 minute
        and (robots.changed_at > asked.asked_at or (robots.expires_at <= $now and articles.first_seen_at > $now - interval 7 day))
    )
)
order by articles.first_seen_at, articles.url
limit $most;
