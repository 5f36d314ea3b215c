-- Stories that were merged and split, with their labels.
-- Grain: one row a change and pair of stories.
create or replace view story_changes as
select changes.changed_at, changes.kind, changes.story_id, stories.title, changes.from_story_id, former.title as from_title,
    changes.article_count, changes.by_article_id, causes.title as by_title, causes.outlet as by_outlet, changes.reason, changes.change_id
from facts.story_changes as changes
left join stories on stories.story_id = changes.story_id
left join articles as former on former.article_id = changes.from_story_id
left join articles as causes on causes.article_id = changes.by_article_id;
comment on view story_changes is 'Stories that were merged and split, with their labels. Grain: one row a change and pair of stories.';
comment on column story_changes.title is 'Label of that story today; null where it has gone into another since.';
comment on column story_changes.from_title is 'Headline of the article that the former story has its id from.';
comment on column story_changes.by_title is 'Headline of that article.';
comment on column story_changes.by_outlet is 'Its outlet.';
