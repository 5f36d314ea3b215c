-- Articles of some days of an outlet that a rule names: by name, domain or id.
-- Grain: one row an article.
with named as (
    select outlet_id from seeds.outlets
    where regexp_matches(name, $name) or regexp_matches(domain, $name) or regexp_matches(outlet_id, $name)
)
select counted.article_id, null as sentence_no
from daily.counted_articles as counted
where counted.day in (select unnest($days)) and ($is_all or counted.article_id in (select unnest($article_ids))) and counted.outlet_id in (select outlet_id from named);
