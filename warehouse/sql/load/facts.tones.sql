-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a sentence, mention, actor or article.
delete from facts.tones where revision_id in (select revision_id from staged_analyses);

insert into facts.tones by name select * from staged_tones;
