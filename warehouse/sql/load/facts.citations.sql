-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a citation.
delete from facts.citations where revision_id in (select revision_id from staged_analyses);

insert into facts.citations by name select * from staged_citations;
