-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a sighting.
delete from facts.alias_sightings where revision_id in (select revision_id from staged_analyses);

insert into facts.alias_sightings by name select * from staged_alias_sightings;
