-- What became of stories is noted once.
-- Grain: one row a change and pair of stories.
insert into facts.story_changes by name
select staged.* from staged_story_changes as staged anti join facts.story_changes using (change_id);
