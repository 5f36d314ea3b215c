-- Stories: articles that tell of one event, with the headline that stands for them.
-- Grain: one row a story.
create or replace view stories as
with members as (
    select stories.story_id, counted.article_id, counted.day, counted.outlet_id, counted.owner, counted.copy_group_id,
        counted.language, coalesce(stories.is_label, false) as is_label,
        coalesce(articles.published_at, articles.first_seen_at) as told_at
    from facts.stories as stories
    join daily.counted_articles as counted using (article_id)
    join facts.articles as articles using (article_id)
),
told as (
    select story_id, min(day) as first_day, max(day) as last_day, count(*) as article_count,
        count(distinct copy_group_id) as copy_group_count, count(distinct outlet_id) as outlet_count,
        count(distinct owner) as owner_count, count(distinct language) as language_count,
        arg_max(article_id, (is_label, -epoch_us(told_at), article_id)) as label_id,
        arg_min(article_id, (told_at, article_id)) as first_id
    from members group by story_id
)
select told.story_id, labels.title, coalesce(outlets.name, '') as outlet, told.first_day, told.last_day, told.article_count,
    told.copy_group_count, told.outlet_count, told.owner_count, told.language_count,
    told.label_id as label_article_id, told.first_id as first_article_id
from told
join facts.revisions as labels on labels.article_id = told.label_id and labels.is_newest
join facts.articles as first on first.article_id = told.first_id
left join seeds.outlets as outlets on outlets.outlet_id = first.outlet_id;
comment on view stories is 'Stories: articles that tell of one event, with the headline that stands for them. Grain: one row a story.';
comment on column stories.story_id is 'Story. It stays the same as articles come in.';
comment on column stories.title is 'Label: the headline of the article that the others resemble most.';
comment on column stories.outlet is 'Outlet of the first article.';
comment on column stories.first_day is 'Day of the first article.';
comment on column stories.last_day is 'Day of the last.';
comment on column stories.article_count is 'Articles.';
comment on column stories.copy_group_count is 'Different texts.';
comment on column stories.outlet_count is 'Outlets.';
comment on column stories.owner_count is 'Owners of those outlets.';
comment on column stories.language_count is 'Languages that it is told in.';
comment on column stories.label_article_id is 'Article whose headline is the label.';
comment on column stories.first_article_id is 'First article, by publication.';
