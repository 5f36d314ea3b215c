-- Articles of some days whose lede fits a rule's patterns; a condition on both tables keeps other texts unread.
-- Grain: one row an article.
with wanted as materialized (
    select counted.article_id, counted.revision_id, counted.day from daily.counted_articles as counted
    where counted.day in (select unnest($days)) and ($is_all or counted.article_id in (select unnest($article_ids)))
)
select wanted.article_id
from wanted
join facts.revisions as revisions using (revision_id)
where regexp_matches(if(wanted.day is null, null, revisions.lede), $core) and regexp_matches(if(wanted.day is null, null, revisions.lede), $whole);
