-- The migrations that were applied.
-- Grain: one row a migration.
select name from ops.migrations order by name;
