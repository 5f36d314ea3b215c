-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a section.
delete from facts.sections where revision_id in (select revision_id from staged_revisions);

insert into facts.sections by name select * from staged_sections;
