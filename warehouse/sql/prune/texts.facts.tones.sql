-- Removes what was read in the pruned texts.
-- Grain: one row removed.
delete from facts.tones where revision_id in (select revision_id from pruned_revisions);
