-- The copies of robots.txt that are kept of some origins.
-- Grain: one row a scheme, host and port.
select * from ops.robots where list_contains($origins, origin);
