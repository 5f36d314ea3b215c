-- What is loaded for a revision replaces what was there for it.
-- Grain: one row an amount.
delete from facts.quantities where revision_id in (select revision_id from staged_analyses);

insert into facts.quantities by name select * from staged_quantities;
