-- Fetches are only ever added.
-- Grain: one row a request.
insert into ops.fetches by name select * from staged_fetches anti join ops.fetches using (fetch_id);
