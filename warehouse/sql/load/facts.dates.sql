-- What is loaded for a revision replaces what was there for it.
-- Grain: one row an expression.
delete from facts.dates as old using loaded_texts as loaded where old.article_day = loaded.article_day and old.revision_id = loaded.revision_id;

insert into facts.dates by name select staged.*, loaded.article_day from staged_dates as staged join loaded_texts as loaded using (revision_id);
