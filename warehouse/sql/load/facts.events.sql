-- What is loaded for a revision replaces what was there for it.
-- Grain: one row an event.
delete from facts.events where revision_id in (select revision_id from staged_analyses);

insert into facts.events by name select * from staged_events;
