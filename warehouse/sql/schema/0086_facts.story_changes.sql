-- Stories that were merged and split: articles that went from one story to another.
-- Grain: one row a change and pair of stories.
create table facts.story_changes (
    change_id varchar not null,
    changed_at timestamptz not null,
    kind varchar not null,
    story_id varchar not null,
    from_story_id varchar not null,
    article_count integer not null,
    by_article_id varchar,
    reason varchar not null
);
comment on table facts.story_changes is 'Stories that were merged and split: articles that went from one story to another. Grain: one row a change and pair of stories.';
comment on column facts.story_changes.change_id is 'The change.';
comment on column facts.story_changes.changed_at is 'Start of the run that found it.';
comment on column facts.story_changes.kind is 'merge (all that was left of a story went into another), split (a part became a story of its own) or move (a part went into another).';
comment on column facts.story_changes.story_id is 'Story that the articles belong to now.';
comment on column facts.story_changes.from_story_id is 'Story that they belonged to.';
comment on column facts.story_changes.article_count is 'How many they were.';
comment on column facts.story_changes.by_article_id is 'New article that is tied to both stories; null where none is.';
comment on column facts.story_changes.reason is 'a new article ties them, other ties (of texts that changed, or came late), or nothing ties them any more.';
