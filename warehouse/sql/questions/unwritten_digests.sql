-- The days whose digests wait to be written into files.
-- Grain: one row a day.
select distinct day from ops.unwritten_digests order by day;
