-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a paragraph.
delete from facts.paragraphs where revision_id in (select revision_id from staged_revisions);

insert into facts.paragraphs by name select * from staged_paragraphs;
