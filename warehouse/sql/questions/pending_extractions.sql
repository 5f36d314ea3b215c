-- Fetched pages that no build has read yet; the earliest of each article, so that versions come in order.
-- Grain: one row an article.
with pending as (
    select fetches.*
    from ops.fetches as fetches
    anti join ops.extractions as extractions using (fetch_id)
    where fetches.outcome = 'ok'
    qualify row_number() over (partition by fetches.article_id order by fetches.fetched_at, fetches.fetch_id) = 1
),
entries as (
    select article_id, arg_min(title, (first_seen_at, feed_id)) as feed_title,
        min(published_at) as feed_published_at, max(updated_at) as feed_updated_at
    from facts.entries semi join pending using (article_id) group by article_id
)
select pending.fetch_id, pending.article_id, coalesce(pending.final_url, pending.url) as url, coalesce(pending.content_type, '') as content_type,
    pending.fetched_at, pending.archive_file, pending.archive_offset,
    coalesce(entries.feed_title, '') as feed_title, entries.feed_published_at, articles.outlet_id, articles.first_seen_at,
    revisions.revision_no as last_no, revisions.text_hash as last_hash, revisions.revision_id as last_id,
    revisions.title as last_title, revisions.body as last_body
from pending
join facts.articles as articles using (article_id)
left join entries using (article_id)
left join facts.revisions as revisions on revisions.article_id = pending.article_id and revisions.seen_to is null
order by pending.archive_file, pending.archive_offset
limit $most;
