-- Seeds are what people wrote last: the whole table is replaced.
-- Grain: one row an alias.
delete from seeds.actor_aliases;

insert into seeds.actor_aliases by name select * from staged_actor_aliases;
