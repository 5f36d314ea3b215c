-- Words and phrases that speak for a topic.
-- Grain: one row a term.
create table seeds.topic_terms (
    topic_id varchar not null,
    term varchar not null,
    weight double not null,
    language varchar not null
);
comment on table seeds.topic_terms is 'Words and phrases that speak for a topic. Grain: one row a term.';
comment on column seeds.topic_terms.topic_id is 'Topic.';
comment on column seeds.topic_terms.term is 'Lower-case word or phrase.';
comment on column seeds.topic_terms.weight is 'How strongly it speaks: 1 as usual, 2 unmistakable.';
comment on column seeds.topic_terms.language is 'ISO 639-1 code.';
