-- Articles that aggregates count, once for all, once for their language, and once for each folder of their feeds.
-- Grain: one row an article with text, language and folder.
create or replace view daily.scoped_articles as
with shown as (
    select distinct entries.article_id, string_split(feeds.folder, '/') as levels
    from facts.entries as entries join seeds.feeds as feeds on feeds.feed_id = entries.feed_id and feeds.folder <> ''
),
folders as (
    select distinct coalesce(articles.same_as_id, articles.article_id) as article_id,
        unnest(list_transform(range(1, len(levels) + 1), lambda n: array_to_string(levels[1:n], '/'))) as folder
    from shown join facts.articles as articles using (article_id)
),
scopes as (  -- names are qualified: in a macro that asks the view, a bare one is the macro's argument of that name
    select articles.article_id, 'all' as language, 'all' as folder from daily.counted_articles as articles
    union all
    select articles.article_id, articles.language, 'all' from daily.counted_articles as articles where articles.language not in ('', 'all')
    union all
    select folders.article_id, 'all', folders.folder from folders where folders.folder <> 'all'
)
select counted.* exclude (language), scopes.language, scopes.folder
from daily.counted_articles as counted join scopes using (article_id);
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
