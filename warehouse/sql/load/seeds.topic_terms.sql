-- Seeds are what people wrote last: the whole table is replaced.
-- Grain: one row a term.
delete from seeds.topic_terms;

insert into seeds.topic_terms by name select * from staged_topic_terms;
