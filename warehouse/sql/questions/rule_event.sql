-- Sentences of some days that tell of an event of a kind which a rule names, and that it is so.
-- Grain: one row a sentence.
select distinct counted.article_id, events.sentence_no
from daily.counted_articles as counted
join facts.events as events using (revision_id)
where counted.day in (select unnest($days)) and ($is_all or counted.article_id in (select unnest($article_ids))) and not events.is_negated
    and (regexp_matches(events.type, $name) or regexp_matches(events.mode, $name)
        or regexp_matches(events.cameo_code, $name) or regexp_matches(events.quad_class, $name));
