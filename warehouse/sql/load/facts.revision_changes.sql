-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a changed sentence.
delete from facts.revision_changes as old using loaded_texts as loaded where old.article_day = loaded.article_day and old.revision_id = loaded.revision_id;

insert into facts.revision_changes by name select staged.*, loaded.article_day from staged_revision_changes as staged join loaded_texts as loaded using (revision_id);
