-- What is loaded for a revision replaces what was there for it.
-- Grain: one row an expression.
delete from facts.dates where revision_id in (select revision_id from staged_analyses);

insert into facts.dates by name select * from staged_dates;
