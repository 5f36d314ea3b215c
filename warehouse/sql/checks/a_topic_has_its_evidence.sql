-- A topic that is not inferred has words or labels that spoke for it, among what was analysed since $since.
select topics.revision_id, topics.topic_id
from facts.article_topics as topics
join ops.analyses as analyses on analyses.revision_id = topics.revision_id and analyses.analysed_at >= $since
where not topics.is_inferred
    and not exists (from facts.topic_evidence as words where words.revision_id = topics.revision_id and words.topic_id = topics.topic_id)
    and not exists (from facts.topic_labels as labels where labels.revision_id = topics.revision_id and labels.topic_id = topics.topic_id);
