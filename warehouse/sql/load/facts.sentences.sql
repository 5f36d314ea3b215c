-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a sentence.
delete from facts.sentences where revision_id in (select revision_id from staged_analyses);

insert into facts.sentences by name select * from staged_sentences;
