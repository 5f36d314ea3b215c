-- Removes what other builds found otherwise in the pruned texts.
-- Grain: one row a revision, table and build that read it again.
delete from ops.rereadings where revision_id in (select revision_id from pruned_revisions);
