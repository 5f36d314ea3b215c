-- Sentences of some days that name a place in a country which a rule names, or the country.
-- Grain: one row a sentence.
select distinct counted.article_id, places.sentence_no
from daily.counted_articles as counted
join facts.places as places using (revision_id)
where counted.day in (select unnest($days)) and ($is_all or counted.article_id in (select unnest($article_ids))) and regexp_matches(places.country, $name);
