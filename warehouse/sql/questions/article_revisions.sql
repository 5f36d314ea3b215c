-- The versions of an article, given by its id or an address, and what each changed in the one before.
-- Grain: one row a version.
select revisions.article_id, revisions.url, revisions.outlet, revisions.revision_no, revisions.seen_from, revisions.seen_to,
    revisions.change_kind, revisions.title, lag(revisions.title) over (order by revisions.revision_no) as former_title,
    revisions.word_count, revisions.changes
from revisions
where revisions.article_id in (
    select coalesce(same_as_id, article_id) from facts.articles where article_id in ($name, $article_id) or url = $name
)
order by revisions.article_id, revisions.revision_no;
