-- What these entries looked like when last seen.
-- Grain: one row an entry.
select entry_id, content_hash from facts.entries where list_contains($entry_ids, entry_id);
