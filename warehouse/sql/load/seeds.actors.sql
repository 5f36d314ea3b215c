-- Seeds are what people wrote last: the whole table is replaced.
-- Grain: one row an actor.
delete from seeds.actors;

insert into seeds.actors by name select * from staged_actors;
