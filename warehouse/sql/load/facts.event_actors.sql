-- What is loaded for a revision replaces what was there for it.
-- Grain: one row an event and somebody who takes part.
delete from facts.event_actors as old using loaded_texts as loaded where old.article_day = loaded.article_day and old.revision_id = loaded.revision_id;

insert into facts.event_actors by name select staged.*, loaded.article_day from staged_event_actors as staged join loaded_texts as loaded using (revision_id);
