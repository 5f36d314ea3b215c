-- What some revisions changed in the text before them, in the order of the later text.
-- Grain: one row a changed sentence.
select revision_id, change, before, after
from revision_changes
where list_contains($revision_ids, revision_id) and change <> 'headline'
order by revision_id, change_no;
