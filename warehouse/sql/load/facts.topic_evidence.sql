-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a word and topic.
delete from facts.topic_evidence where revision_id in (select revision_id from staged_analyses);

insert into facts.topic_evidence by name select * from staged_topic_evidence;
