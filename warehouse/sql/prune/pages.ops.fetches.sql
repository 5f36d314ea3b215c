-- Forgets where the pages of the pruned files rested; that they were fetched is kept, so that they are not fetched again.
-- Grain: one row a request.
update ops.fetches set archive_file = null, archive_offset = null, archive_length = null
where archive_file in (select archive_file from pruned_files);
