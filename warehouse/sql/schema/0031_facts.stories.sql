-- Articles linked to the story that they go on with.
-- Grain: one row an article.
create table facts.stories (
    article_id varchar not null,
    story_id varchar not null,
    parent_id varchar,
    similarity double not null
);
comment on table facts.stories is 'Articles linked to the story that they go on with. Grain: one row an article.';
comment on column facts.stories.article_id is 'Article.';
comment on column facts.stories.story_id is 'Article id of the story''s first article.';
comment on column facts.stories.parent_id is 'Earlier article that this one follows; null for the first.';
comment on column facts.stories.similarity is 'Similarity with the parent, 0 to 1; 0 for the first.';
