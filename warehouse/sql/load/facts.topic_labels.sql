-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a label and topic.
delete from facts.topic_labels where revision_id in (select revision_id from staged_analyses);

insert into facts.topic_labels by name select * from staged_topic_labels;
