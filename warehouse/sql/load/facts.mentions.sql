-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a mention.
delete from facts.mentions where revision_id in (select revision_id from staged_analyses);

insert into facts.mentions by name select * from staged_mentions;
