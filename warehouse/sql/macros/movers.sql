-- What rose and what faded on a day, surest first: actors, topics, places, pairs, events and outlets, counted in articles, copies, outlets or owners.
-- Grain: one row a kind and thing that can be compared with its past.
create or replace macro main.movers(day, counted := 'articles') as table
with moved as (
    select kept.* from daily.usual as kept where kept.day = day::date and counted = 'articles'
    union all
    select fresh.* from main.compared(case when counted = 'articles' then []::date[] else [day::date] end, counted) as fresh
),
days as (
    select 'actor' as kind, told.actor_id as thing_id, '' as other_id, told.article_count, told.copy_group_count, told.outlet_count, told.owner_count
    from daily.actors as told where told.day = day::date and told.language = 'all' and told.folder = 'all'
    union all
    select 'topic', told.topic_id, '', told.article_count, told.copy_group_count, told.outlet_count, told.owner_count
    from daily.topics as told where told.day = day::date and told.language = 'all' and told.folder = 'all'
    union all
    select 'place', told.place_id, '', told.article_count, told.copy_group_count, told.outlet_count, told.owner_count
    from daily.places as told where told.day = day::date and told.language = 'all' and told.folder = 'all'
    union all
    select 'event', told.type, '', told.article_count, told.copy_group_count, told.outlet_count, told.owner_count
    from daily.events as told where told.day = day::date and told.language = 'all' and told.folder = 'all'
    union all
    select 'pair', told.actor_id, told.other_actor_id, told.article_count, told.copy_group_count, told.outlet_count, told.owner_count
    from daily.pairs as told where told.day = day::date and told.language = 'all' and told.folder = 'all'
    union all
    select 'outlet', told.outlet_id, '', told.article_count, told.copy_group_count, 1, 1
    from daily.outlets as told where told.day = day::date and told.language = 'all' and told.folder = 'all'
),
places as (
    select told.place_id, arg_max(told.name, told.day) as name
    from daily.places as told where told.day between day::date - 28 and day::date and told.language = 'all' and told.folder = 'all'
    group by told.place_id
)
select moved.kind, coalesce(actors.name, topics.label, places.name, outlets.name, moved.thing_id) as name, others.name as other_name,
    case when moved.comparable_count > moved.usual + 1e-9 then 'rose' when moved.comparable_count < moved.usual - 1e-9 then 'faded' else 'stayed' end as direction,
    coalesce(days.article_count, 0) as article_count, coalesce(days.copy_group_count, 0) as copy_group_count,
    coalesce(days.outlet_count, 0) as outlet_count, coalesce(days.owner_count, 0) as owner_count,
    moved.comparable_count, moved.usual, moved.ratio, moved.ratio_low, moved.ratio_high, moved.p_value, moved.q_value, moved.is_new,
    moved.history_day_count, total.coverage, moved.thing_id, moved.other_id
from moved
left join days on (days.kind, days.thing_id, days.other_id) = (moved.kind, moved.thing_id, moved.other_id)
left join facts.actors as actors on moved.kind in ('actor', 'pair') and actors.actor_id = moved.thing_id
left join facts.actors as others on moved.kind = 'pair' and others.actor_id = moved.other_id
left join seeds.topics as topics on moved.kind = 'topic' and topics.topic_id = moved.thing_id
left join seeds.outlets as outlets on moved.kind = 'outlet' and outlets.outlet_id = moved.thing_id
left join places on moved.kind = 'place' and places.place_id = moved.thing_id
left join daily_coverage_total as total on total.day = moved.day
where moved.kind <> ''
order by moved.q_value nulls last, moved.p_value nulls last, moved.comparable_count desc, moved.kind, moved.thing_id, moved.other_id;
comment on macro table main.movers is 'What rose and what faded on a day, surest first: actors, topics, places, pairs, events and outlets, counted in articles, copies, outlets or owners. Grain: one row a kind and thing that can be compared with its past.';
