-- Articles in stories, which keep their ids as articles come and go and have a label.
-- Grain: one row an article.
create table facts.former_stories as from facts.stories;
drop table facts.stories;
create table facts.stories (
    article_id varchar not null,
    story_id varchar not null,
    parent_id varchar,
    similarity double not null,
    is_label boolean not null
);
insert into facts.stories select former.*, article_id = story_id from facts.former_stories as former;
drop table facts.former_stories;
comment on table facts.stories is 'Articles in stories, which keep their ids as articles come and go and have a label. Grain: one row an article.';
comment on column facts.stories.article_id is 'Article.';
comment on column facts.stories.parent_id is 'Earlier article that this one follows; null for the first.';
comment on column facts.stories.story_id is 'The story: the id of the article that was its first when it was found, or one of its own. It stays as articles come in.';
comment on column facts.stories.similarity is 'Similarity with the parent, 0 to 1; 0 for the first, and for one that resembles only the rest of its story.';
comment on column facts.stories.is_label is 'Whether its headline stands for the story: that of the article which the others resemble most.';
