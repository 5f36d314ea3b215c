-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a quotation.
delete from facts.quotes where revision_id in (select revision_id from staged_analyses);

insert into facts.quotes by name select * from staged_quotes;
