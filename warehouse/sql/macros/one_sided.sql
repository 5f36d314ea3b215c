-- Stories and topics of a day with two articles or more that one folder, one owner or one language alone carries, while others had news.
-- Grain: one row a kind, thing and kind of side.
create or replace macro main.one_sided(that_day) as table
with counted as (select counted.* exclude (day) from daily.counted_articles as counted where counted.day = that_day::date),
sided as (  -- top folders only: what lies within one folder is on one side
    select scoped.article_id, 'folder' as side_kind, scoped.folder as side
    from daily.scoped_articles as scoped
    where scoped.day = that_day::date and scoped.folder <> 'all' and not contains(scoped.folder, '/')
    union all
    select article_id, 'owner', owner from counted
    union all
    select article_id, 'language', language from counted where language <> ''
),
others as (select side_kind, count(distinct side) as side_count from sided group by side_kind),
things as (
    select 'story' as kind, story_id as thing_id, article_id from facts.stories semi join counted using (article_id)
    union all
    select distinct 'topic', topics.topic_id, counted.article_id
    from facts.article_topics as topics join counted using (revision_id)
    where topics.article_day = that_day::date and not topics.is_inferred
),
told as (
    select things.kind, things.thing_id, kinds.side_kind, count(distinct counted.article_id) as article_count,
        count(distinct counted.copy_group_id) as copy_group_count, count(distinct counted.outlet_id) as outlet_count,
        count(distinct counted.owner) as owner_count, count(distinct sided.side) as side_count, any_value(sided.side) as side,
        count(distinct counted.article_id) filter (where sided.side is null) as unsided_count
    from things
    join counted using (article_id)
    cross join others as kinds
    left join sided on sided.article_id = things.article_id and sided.side_kind = kinds.side_kind
    where kinds.side_count > 1
    group by things.kind, things.thing_id, kinds.side_kind
)
select told.kind, coalesce(stories.title, topics.label) as name, told.side_kind, coalesce(owners.name, told.side) as side,
    told.article_count, told.copy_group_count, told.outlet_count, told.owner_count, others.side_count as sides_that_day, told.thing_id
from told
join others using (side_kind)
left join main.stories as stories on told.kind = 'story' and stories.story_id = told.thing_id
left join seeds.topics as topics on told.kind = 'topic' and topics.topic_id = told.thing_id
left join seeds.outlets as owners on told.side_kind = 'owner' and owners.outlet_id = told.side
where told.side_count = 1 and told.unsided_count = 0 and told.article_count > 1
order by told.kind, told.side_kind, told.article_count desc, told.thing_id;
comment on macro table main.one_sided is 'Stories and topics of a day with two articles or more that one folder, one owner or one language alone carries, while others had news. Grain: one row a kind, thing and kind of side.';
