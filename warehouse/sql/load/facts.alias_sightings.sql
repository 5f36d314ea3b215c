-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a sighting.
delete from facts.alias_sightings as old using loaded_texts as loaded where old.article_day = loaded.article_day and old.revision_id = loaded.revision_id;

insert into facts.alias_sightings by name select staged.*, loaded.article_day from staged_alias_sightings as staged join loaded_texts as loaded using (revision_id);
