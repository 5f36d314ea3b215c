-- Which outlet had the stories first that begin on a day and that others tell too, and by how much.
-- Grain: one row a story.
create or replace macro main.first_to_report(that_day) as table
with asked as (select that_day::date as asked_day),
begun as (select stories.* from main.stories as stories join asked on stories.first_day = asked.asked_day where stories.outlet_count > 1),
firsts as (
    select told.story_id, told.outlet_id, told.outlet, told.told_at, told.is_timed, told.copy_role, told.origin_outlet_id,
        told.title, told.url, told.article_id
    from daily.told_articles as told join begun on begun.story_id = told.story_id
    qualify row_number() over (partition by told.story_id, told.outlet_id order by told.told_at, told.article_id) = 1
),
ranked as (
    select firsts.*, row_number() over (partition by story_id order by told_at, article_id) as place from firsts
)
select begun.title as story, one.outlet, one.told_at, two.outlet as next_outlet, date_diff('minute', one.told_at, two.told_at) as minutes_ahead,
    one.is_timed and two.is_timed as is_timed, one.copy_role, origins.name as origin_outlet, begun.article_count,
    begun.copy_group_count, begun.outlet_count, begun.owner_count, one.title, one.url, one.article_id, one.outlet_id, begun.story_id
from begun
join ranked as one on one.story_id = begun.story_id and one.place = 1
join ranked as two on two.story_id = begun.story_id and two.place = 2
left join seeds.outlets as origins on origins.outlet_id = one.origin_outlet_id
order by begun.owner_count desc, begun.outlet_count desc, one.told_at, begun.story_id;
comment on macro table main.first_to_report is 'Which outlet had the stories first that begin on a day and that others tell too, and by how much. Grain: one row a story.';
