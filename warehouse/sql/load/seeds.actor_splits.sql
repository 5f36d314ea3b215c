-- Seeds are what people wrote last: the whole table is replaced.
-- Grain: one row a line of actor_splits.csv.
delete from seeds.actor_splits;

insert into seeds.actor_splits by name select * from staged_actor_splits;
