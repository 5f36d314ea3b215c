-- What is loaded for a revision replaces what was there for it.
-- Grain: one row a line.
delete from facts.dropped where revision_id in (select revision_id from staged_revisions);

insert into facts.dropped by name select * from staged_dropped;
