-- Writes down what was pruned.
-- Grain: one row a pruning and kind.
insert into ops.prunings by name
select $at as pruned_at, $kind as kind, $before as before_day, $row_count as row_count, $byte_count as byte_count;
