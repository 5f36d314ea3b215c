-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a place mention.
delete from facts.places where revision_id in (select revision_id from staged_analyses);

insert into facts.places by name select * from staged_places;
