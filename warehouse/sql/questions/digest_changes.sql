-- Articles whose text was changed, as seen between $since and $until: the version before and the one after.
-- Grain: one row a later version.
select revisions.article_id, articles.outlet, articles.url, articles.language, articles.copy_group_id,
    coalesce(articles.published_at, articles.first_seen_at) as published_at, revisions.seen_from, revisions.title,
    former.title as old_title, revisions.revision_id, former.revision_id as old_revision_id, revisions.change_kind
from revisions
join revisions as former on former.article_id = revisions.article_id and former.revision_no = revisions.revision_no - 1
join articles on articles.article_id = revisions.article_id
where revisions.change_kind <> 'restored' and revisions.seen_from >= $since and revisions.seen_from < $until
order by revisions.seen_from, revisions.article_id;
