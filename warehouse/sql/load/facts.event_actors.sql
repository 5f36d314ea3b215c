-- What is loaded for a revision replaces what was there for it.
-- Grain: one row an event and somebody who takes part.
delete from facts.event_actors where revision_id in (select revision_id from staged_analyses);

insert into facts.event_actors by name select * from staged_event_actors;
