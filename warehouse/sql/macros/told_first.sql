-- Who told some stories when, the first first: the first article of each outlet, and how long after the first of all it came.
-- Grain: one row a story and outlet that tells it.
create or replace macro main.told_first(story_ids) as table
with firsts as (
    select told.*, count(*) over (partition by told.story_id, told.outlet_id) as article_count
    from daily.told_articles as told
    where list_contains(story_ids, told.story_id)
    qualify row_number() over (partition by told.story_id, told.outlet_id order by told.told_at, told.article_id) = 1
)
select row_number() over (partition by firsts.story_id order by firsts.told_at, firsts.article_id) as place, firsts.outlet, firsts.owner,
    firsts.told_at, date_diff('minute', min(firsts.told_at) over (partition by firsts.story_id), firsts.told_at) as minutes_after_first,
    firsts.is_timed, firsts.copy_role, origins.name as origin_outlet, firsts.origin_evidence, firsts.article_count, firsts.title,
    firsts.url, firsts.article_id, firsts.outlet_id, firsts.story_id
from firsts
left join seeds.outlets as origins on origins.outlet_id = firsts.origin_outlet_id
order by firsts.story_id, place;
comment on macro table main.told_first is 'Who told some stories when, the first first: the first article of each outlet, and how long after the first of all it came. Grain: one row a story and outlet that tells it.';
