-- Who told a story when, the first first: the first article of each outlet, and how long after the first of all it came.
-- Grain: one row an outlet that tells the story. A story is given by its id, by one of its articles, or by its label.
create or replace macro main.who_broke_it(story) as table
with asked as (
    select story_id from facts.stories where story_id = story or article_id = story
    union
    select story_id from main.stories where title = story
)
select told.* from main.told_first((select coalesce(list(story_id), []) from asked)) as told
order by told.story_id, told.place;
comment on macro table main.who_broke_it is 'Who told a story when, the first first: the first article of each outlet, and how long after the first of all it came. Grain: one row an outlet that tells the story. A story is given by its id, by one of its articles, or by its label.';
