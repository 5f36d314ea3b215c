-- Notes the archive files all of whose answers came before $moment, and all of whose pages have been read.
-- Grain: one row a file.
create or replace temp table pruned_files as
select archive_file from (
    select archive_file, polled_at as came_at, true as is_read from ops.polls
    union all
    select fetches.archive_file, fetches.fetched_at, fetches.outcome <> 'ok' or extractions.fetch_id is not null
    from ops.fetches as fetches left join ops.extractions as extractions on extractions.fetch_id = fetches.fetch_id
)
where archive_file is not null
group by archive_file having max(came_at) < $moment and bool_and(is_read);
