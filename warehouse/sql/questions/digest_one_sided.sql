-- Stories and topics that one owner, folder or language alone carries, told in two texts at least, topics in three of two outlets: stories first, the widest first.
-- Grain: one row a thing and kind of side.
with found as (
    select sided.* from one_sided($day) as sided
    left join seeds.topics as topics on sided.kind = 'topic' and topics.topic_id = sided.thing_id
    where sided.copy_group_count > 1 and (sided.kind = 'story' or topics.level = 2 and sided.copy_group_count > 2 and sided.outlet_count > 1)
),
ranked as (
    select *, dense_rank() over (order by kind, outlet_count desc, article_count desc, thing_id) as place from found
)
select kind, name, side_kind, side, article_count, copy_group_count, outlet_count, owner_count, sides_that_day, thing_id
from ranked
where place <= $most
order by place, side_kind = 'language', side_kind;
