-- What the warehouse remembers under a name.
-- Grain: one row, or none.
select value from ops.settings where name = $setting;
