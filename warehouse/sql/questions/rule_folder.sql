-- Articles of some days that a feed has shown in a folder which a rule names, or below it.
-- Grain: one row an article.
select distinct counted.article_id, null as sentence_no
from daily.scoped_articles as counted
where counted.day in (select unnest($days)) and ($is_all or counted.article_id in (select unnest($article_ids))) and counted.folder <> 'all' and regexp_matches(counted.folder, $name);
