-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a citation.
delete from facts.citations as old using loaded_texts as loaded where old.article_day = loaded.article_day and old.revision_id = loaded.revision_id;

insert into facts.citations by name select staged.*, loaded.article_day from staged_citations as staged join loaded_texts as loaded using (revision_id);
