-- Articles of some days in which somebody is quoted with words that fit a rule's patterns.
-- Grain: one row an article.
select distinct counted.article_id
from daily.counted_articles as counted
join facts.quotes as quotes using (revision_id)
where counted.day in (select unnest($days)) and ($is_all or counted.article_id in (select unnest($article_ids))) and quotes.kind <> 'scare'
    and regexp_matches(quotes.text, $core) and regexp_matches(quotes.text, $whole);
