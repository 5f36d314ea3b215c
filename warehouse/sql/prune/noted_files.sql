-- The archive files that were noted.
-- Grain: one row a file.
select archive_file from pruned_files;
