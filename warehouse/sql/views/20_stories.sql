-- Stories: articles linked to those that they go on with.
-- Grain: one row a story.
create or replace view stories as
with members as (
    select stories.story_id, counted.article_id, counted.day, counted.outlet_id, counted.owner, counted.copy_group_id
    from facts.stories as stories join daily.counted_articles as counted using (article_id)
)
select members.story_id, first.title, first.outlet, min(members.day) as first_day, max(members.day) as last_day,
    count(*) as article_count, count(distinct members.copy_group_id) as copy_group_count,
    count(distinct members.outlet_id) as outlet_count, count(distinct members.owner) as owner_count
from members join articles as first on first.article_id = members.story_id
group by members.story_id, first.title, first.outlet;
comment on view stories is 'Stories: articles linked to those that they go on with. Grain: one row a story.';
comment on column stories.story_id is 'Article id of the first article.';
comment on column stories.title is 'Headline of the first article.';
comment on column stories.outlet is 'Outlet of the first article.';
comment on column stories.first_day is 'Day of the first article.';
comment on column stories.last_day is 'Day of the last.';
comment on column stories.article_count is 'Articles.';
comment on column stories.copy_group_count is 'Different texts.';
comment on column stories.outlet_count is 'Outlets.';
comment on column stories.owner_count is 'Owners of those outlets.';
