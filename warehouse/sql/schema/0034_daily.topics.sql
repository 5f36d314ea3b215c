-- The day's topics: what was counted on that day alone.
-- Grain: one row a day and topic.
create table daily.topics (
    day date not null,
    topic_id varchar not null,
    article_count integer not null,
    copy_group_count integer not null,
    outlet_count integer not null,
    owner_count integer not null,
    article_share double not null
);
comment on table daily.topics is 'The day''s topics: what was counted on that day alone. Grain: one row a day and topic.';
comment on column daily.topics.day is 'Day.';
comment on column daily.topics.topic_id is 'Topic.';
comment on column daily.topics.article_count is 'Articles with the topic.';
comment on column daily.topics.copy_group_count is 'Different texts with the topic.';
comment on column daily.topics.outlet_count is 'Outlets with the topic.';
comment on column daily.topics.owner_count is 'Owners of those outlets.';
comment on column daily.topics.article_share is 'Share of the day''s articles, 0 to 1.';
