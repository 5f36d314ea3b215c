-- The archive files that rows refer to.
-- Grain: one row a file.
select archive_file from ops.fetches where archive_file is not null
union
select archive_file from ops.polls where archive_file is not null;
