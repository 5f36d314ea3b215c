-- Removes what was read in the pruned texts.
-- Grain: one row removed.
delete from daily.settled_actors where revision_id in (select revision_id from pruned_revisions);
