-- Forgets where the feed documents of the pruned files rested.
-- Grain: one row a poll.
update ops.polls set archive_file = null, archive_offset = null, archive_length = null
where archive_file in (select archive_file from pruned_files);
