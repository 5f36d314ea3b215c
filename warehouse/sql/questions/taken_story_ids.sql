-- Those of some articles whose ids are ids of stories.
-- Grain: one row a story.
select distinct story_id from facts.stories
where story_id in (select unnest($article_ids::varchar[])) order by story_id;
