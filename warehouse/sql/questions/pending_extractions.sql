-- Answers that no build has read yet: pages, and word that the page of a known text is gone. The earliest of each article.
-- Grain: one row an article.
with pending as (
    select fetches.*, fetches.outcome <> 'ok' as is_gone
    from ops.fetches as fetches
    anti join ops.extractions as extractions using (fetch_id)
    where fetches.outcome = 'ok'
        or (fetches.status in (404, 410, 451) and exists (
            from facts.revisions as texts
            where texts.article_id = fetches.article_id and texts.is_newest and texts.seen_from < fetches.fetched_at
        ))
    qualify row_number() over (partition by fetches.article_id order by fetches.fetched_at, fetches.fetch_id) = 1
),
entries as (
    select article_id, arg_min(title, (first_seen_at, feed_id)) as feed_title,
        min(published_at) as feed_published_at, max(updated_at) as feed_updated_at
    from facts.entries semi join pending using (article_id) group by article_id
)
select pending.fetch_id, pending.article_id, pending.is_gone, pending.url as asked_url, coalesce(pending.final_url, pending.url) as url,
    coalesce(pending.content_type, '') as content_type, pending.fetched_at, pending.archive_file, pending.archive_offset,
    coalesce(entries.feed_title, '') as feed_title, entries.feed_published_at, articles.outlet_id, articles.first_seen_at,
    lasts.revision_no as last_no, coalesce(lasts.change_kind = 'removed', false) as is_removed,
    texts.revision_id as last_id, texts.title as last_title, texts.body as last_body
from pending
join facts.articles as articles using (article_id)
left join entries using (article_id)
left join facts.revisions as lasts on lasts.article_id = pending.article_id and lasts.seen_to is null
left join facts.revisions as texts on texts.article_id = pending.article_id and texts.is_newest
order by pending.archive_file, pending.archive_offset
limit $most;
