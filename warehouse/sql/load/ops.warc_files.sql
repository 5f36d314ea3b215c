-- What was read of a file in a run is noted once.
-- Grain: one row a file and run.
insert into ops.warc_files by name
select * from staged_warc_files anti join ops.warc_files using (run_id, file)
qualify row_number() over (partition by run_id, file order by read_at) = 1;
