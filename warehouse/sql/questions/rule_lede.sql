-- Articles of some days whose lede fits a rule's patterns; the day in the condition keeps other days' texts unread.
-- Grain: one row an article.
select counted.article_id
from daily.counted_articles as counted
join facts.revisions as revisions using (revision_id)
where counted.day in (select unnest($days)) and ($is_all or counted.article_id in (select unnest($article_ids)))
    and regexp_matches(if(counted.day is null, null, revisions.lede), $core) and regexp_matches(if(counted.day is null, null, revisions.lede), $whole);
