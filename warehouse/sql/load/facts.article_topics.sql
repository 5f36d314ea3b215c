-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a revision and topic.
delete from facts.article_topics where revision_id in (select revision_id from staged_analyses);

insert into facts.article_topics by name select * from staged_article_topics;
