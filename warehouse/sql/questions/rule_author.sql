-- Articles of some days by an author whom a rule names.
-- Grain: one row an article.
select counted.article_id, null as sentence_no
from daily.counted_articles as counted
join facts.revisions as revisions using (revision_id)
where counted.day in (select unnest($days)) and ($is_all or counted.article_id in (select unnest($article_ids)))
    and len(list_filter(string_split(revisions.authors, '; '), lambda author: regexp_matches(author, $name))) > 0;
