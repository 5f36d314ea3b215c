-- Articles that aggregates count, once for all, once for their language, and once for each folder of their feeds.
-- Grain: one row an article with text, language and folder.
create or replace view daily.scoped_articles as
-- Names are qualified: in a macro that asks the view, a bare one is the macro's argument of that name. A day that is asked
-- for narrows each part before anything is joined to it.
with shown as (
    select counted.*, unnest(list_transform(
        range(1, len(string_split(feeds.folder, '/')) + 1), lambda n: array_to_string(string_split(feeds.folder, '/')[1:n], '/')
    )) as level
    from daily.counted_articles as counted
    join facts.articles as named on coalesce(named.same_as_id, named.article_id) = counted.article_id
    join facts.entries as entries on entries.article_id = named.article_id
    join seeds.feeds as feeds on feeds.feed_id = entries.feed_id and feeds.folder <> ''
)
select counted.* exclude (language), 'all' as language, 'all' as folder from daily.counted_articles as counted
union all
select counted.* exclude (language), counted.language, 'all' from daily.counted_articles as counted
where counted.language not in ('', 'all')
union all
select distinct shown.* exclude (language, level), 'all', shown.level from shown where shown.level <> 'all';
comment on view daily.scoped_articles is 'Articles that aggregates count, once for all, once for their language, and once for each folder of their feeds. Grain: one row an article with text, language and folder.';
comment on column daily.scoped_articles.article_id is 'Article.';
comment on column daily.scoped_articles.day is 'Date in the reader''s zone.';
comment on column daily.scoped_articles.outlet_id is 'Outlet.';
comment on column daily.scoped_articles.revision_id is 'Revision.';
comment on column daily.scoped_articles.word_count is 'Words in the body.';
comment on column daily.scoped_articles.owner is 'Owner of the outlet; the outlet''s own id where unknown.';
comment on column daily.scoped_articles.copy_group_id is 'Article id of the origin of its text.';
comment on column daily.scoped_articles.language is 'The language for which the row counts; all: for every one.';
comment on column daily.scoped_articles.folder is 'The folder for which the row counts; all: for every one, and none.';
