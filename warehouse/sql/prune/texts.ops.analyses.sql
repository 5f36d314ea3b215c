-- Removes the notes of which build read the pruned texts.
-- Grain: one row a revision.
delete from ops.analyses where revision_id in (select revision_id from pruned_revisions);
