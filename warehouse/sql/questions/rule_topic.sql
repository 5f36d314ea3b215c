-- Articles of some days on a topic that a rule names, with a sentence of the evidence where there is one.
-- Grain: one row an article, topic and sentence.
with named as (select topic_id from seeds.topics where regexp_matches(label, $name) or regexp_matches(topic_id, $name))
select distinct counted.article_id, evidence.sentence_no
from daily.counted_articles as counted
join facts.article_topics as topics using (revision_id)
left join facts.topic_evidence as evidence
    on evidence.revision_id = topics.revision_id and evidence.topic_id = topics.topic_id
where counted.day in (select unnest($days)) and ($is_all or counted.article_id in (select unnest($article_ids))) and topics.topic_id in (select topic_id from named);
