-- A fetch has one row.
select fetch_id, count(*) as row_count from ops.fetches group by fetch_id having count(*) > 1;
