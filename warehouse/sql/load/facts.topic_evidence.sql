-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a word and topic.
delete from facts.topic_evidence as old using loaded_texts as loaded where old.article_day = loaded.article_day and old.revision_id = loaded.revision_id;

insert into facts.topic_evidence by name select staged.*, loaded.article_day from staged_topic_evidence as staged join loaded_texts as loaded using (revision_id);
