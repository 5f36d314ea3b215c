-- Topics of a revision.
-- Grain: one row a revision and topic.
create table facts.article_topics (
    revision_id varchar not null,
    topic_id varchar not null,
    score double not null,
    is_inferred boolean not null
);
comment on table facts.article_topics is 'Topics of a revision. Grain: one row a revision and topic.';
comment on column facts.article_topics.revision_id is 'Revision.';
comment on column facts.article_topics.topic_id is 'Topic.';
comment on column facts.article_topics.score is '0 to 1.';
comment on column facts.article_topics.is_inferred is 'Given because a topic below it was found.';
