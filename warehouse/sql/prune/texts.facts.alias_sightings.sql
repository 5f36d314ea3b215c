-- Removes what was read in the pruned texts.
-- Grain: one row removed.
delete from facts.alias_sightings where revision_id in (select revision_id from pruned_revisions);
