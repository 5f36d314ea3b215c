-- Seeds are what people wrote last: the whole table is replaced.
-- Grain: one row a topic.
delete from seeds.topics;

insert into seeds.topics by name select * from staged_topics;
