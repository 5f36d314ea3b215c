-- Articles of some days in a language that a rule names.
-- Grain: one row an article.
select counted.article_id, null as sentence_no
from daily.counted_articles as counted
where counted.day in (select unnest($days)) and ($is_all or counted.article_id in (select unnest($article_ids))) and regexp_matches(counted.language, $name);
