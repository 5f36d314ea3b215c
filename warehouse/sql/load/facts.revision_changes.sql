-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a changed sentence.
delete from facts.revision_changes where revision_id in (select revision_id from staged_revisions);

insert into facts.revision_changes by name select * from staged_revision_changes;
