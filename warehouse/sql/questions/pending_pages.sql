-- Pages to fetch at $now: new ones, ones whose entry has changed, ones to look at again by $revisit_hours, ones whose robots.txt may allow them now; failed ones up to $attempts times.
-- Grain: one row an article.
with kept as (  -- what the archive has lost was never fetched; what failed in the future did so by a wrong clock
    select fetches.* replace (
        case when rejections.reason = 'lost' then 'unreachable' else outcome end as outcome,
        case when fetched_at > $now + interval 1 day then $now else fetched_at end as fetched_at)
    from ops.fetches as fetches left join ops.rejections as rejections using (fetch_id)
    where fetched_at <= $now + interval 1 day or outcome in ('ok', 'unchanged')
),
answers as (
    select *, outcome in ('ok', 'unchanged') as is_page, coalesce(status in (404, 410, 451), false) as is_gone from kept
),
asked as (
    select article_id, min(fetched_at) filter (where is_page) as first_read_at, max(fetched_at) filter (where is_page) as read_at,
        max(fetched_at) filter (where is_page or is_gone) as answered_at, max(fetched_at) as asked_at,
        arg_max({outcome: outcome, status: status, url: final_url}, fetched_at) as last,
        arg_max({etag: etag, last_modified: last_modified, url: final_url}, fetched_at) filter (where is_page and status is distinct from 304) as sent,
        arg_max(content_hash, fetched_at) filter (where outcome = 'ok') as content_hash
    from answers group by article_id
),
since as (
    select answers.article_id,
        count(*) filter (where outcome not in ('not_tried', 'disallowed') and fetched_at > coalesce(answered_at, '-infinity')) as failure_count,
        count(*) filter (where is_gone and fetched_at > coalesce(read_at, '-infinity')) as gone_count
    from answers join asked using (article_id) group by answers.article_id
),
changed as (
    select article_id, arg_min(url, (first_seen_at, feed_id)) as url, regexp_extract(arg_min(url, (first_seen_at, feed_id)), '^([a-z]+://[^/?#]+)', 1) as origin,
        max(changed_at) filter (where changed_at > first_seen_at) as changed_at
    from facts.entries group by article_id
),
robots as (select origin, access, expires_at, changed_at from ops.robots)
select articles.article_id, changed.url,  -- of a page that was gone the whole is wanted: "not modified" would not say that it is back
    case when since.gone_count = 0 then asked.sent.etag end as etag,
    case when since.gone_count = 0 then asked.sent.last_modified end as last_modified,
    case when since.gone_count = 0 then asked.sent.url end as validated_url,
    case when since.gone_count = 0 then asked.content_hash end as content_hash
from facts.articles as articles
join changed using (article_id)
left join asked using (article_id)
left join since using (article_id)
left join robots on asked.last.outcome = 'disallowed' and robots.origin = regexp_extract(asked.last.url, '^([a-z]+://[^/?#]+)', 1)
where articles.same_as_id is null and articles.day >= (select text_day from ops.kept)
and changed.origin not in (select origin from robots where access = 'wait' and expires_at > $now and expires_at <= $now + interval 2 day)
and split_part(changed.origin, '://', 2) not in (select host from ops.host_holds where until_at > $now and noted_at <= $now)
and (asked.asked_at is null
    or (asked.answered_at is not null and changed.changed_at > asked.asked_at)
    or (
        since.failure_count < $attempts
        and (asked.last.outcome in ('unreachable', 'not_tried')
            or (asked.last.outcome = 'http_error' and (asked.last.status not between 400 and 499 or asked.last.status in (408, 425, 429))))
        and asked.asked_at + interval 1 minute * 5 * pow(2, since.failure_count)::integer <= $now
    )
    or (
        asked.last.outcome = 'disallowed'
        and asked.asked_at < $now - interval 1 minute
        and (robots.changed_at > asked.asked_at or (robots.expires_at <= $now and articles.first_seen_at > $now - interval 7 day))
    )
    -- A look is due when its hour has come; one that was made in the last tenth before it, or long after, stands for it.
    or len(list_filter($revisit_hours::double[], lambda hours:
        asked.first_read_at + to_seconds(hours * 3600) <= $now and asked.asked_at < asked.first_read_at + to_seconds(hours * 3240))) > 0
    -- A page that is gone is asked for once more: servers lose pages for an hour, and feeds name pages that are not there yet.
    or (since.gone_count = 1 and asked.asked_at + case when asked.read_at is null then interval 1 hour else interval 1 day end <= $now)
)
order by asked.asked_at is not null, articles.first_seen_at, articles.url
limit $most;
