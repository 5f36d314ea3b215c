-- Removes the pruned texts.
-- Grain: one row a version.
delete from facts.revisions where revision_id in (select revision_id from pruned_revisions);
