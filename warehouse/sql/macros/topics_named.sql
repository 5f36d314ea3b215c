-- The topics that a name may mean: by code or label; the smallest rank fits best.
-- Grain: one row a topic.
create or replace macro main.topics_named(name) as table
select topics.topic_id, topics.label as topic, topics.level,
    case when topics.topic_id in (name, 'medtop:' || name) then 1 when topics.label = name then 2 else 3 end as rank
from seeds.topics as topics
where topics.topic_id in (name, 'medtop:' || name) or lower(strip_accents(topics.label)) = lower(strip_accents(trim(name)));
comment on macro table main.topics_named is 'The topics that a name may mean: by code or label; the smallest rank fits best. Grain: one row a topic.';
