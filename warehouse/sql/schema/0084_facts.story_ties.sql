-- Articles that tell the same story as an earlier one: what holds stories together.
-- Grain: one row an article and earlier article.
create table facts.story_ties (
    article_id varchar not null,
    tied_id varchar,
    similarity double not null,
    is_parent boolean not null
);
comment on table facts.story_ties is 'Articles that tell the same story as an earlier one: what holds stories together. Grain: one row an article and earlier article.';
comment on column facts.story_ties.article_id is 'Article.';
comment on column facts.story_ties.tied_id is 'An article of its day or the three days before; null where it opens a story.';
comment on column facts.story_ties.similarity is 'Of the two, 0 to 1.';
comment on column facts.story_ties.is_parent is 'Whether it is the earlier article that this one resembles most; else it is one whose story this one joins to its own.';
insert into facts.story_ties select article_id, parent_id, similarity, true from facts.stories;
