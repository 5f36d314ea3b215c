-- IPTC Media Topics (CC BY 4.0), the first two levels.
-- Grain: one row a topic.
create table seeds.topics (
    topic_id varchar not null,
    parent_id varchar not null,
    level integer not null,
    label varchar not null,
    definition varchar not null
);
comment on table seeds.topics is 'IPTC Media Topics (CC BY 4.0), the first two levels. Grain: one row a topic.';
comment on column seeds.topics.topic_id is 'medtop code.';
comment on column seeds.topics.parent_id is 'Topic above; empty at the top.';
comment on column seeds.topics.level is '1 or 2.';
comment on column seeds.topics.label is 'English label.';
comment on column seeds.topics.definition is 'What belongs there.';
