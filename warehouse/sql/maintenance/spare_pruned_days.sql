-- Takes the days whose texts are pruned off the touched days: they keep the numbers that they had.
-- Grain: one row a day.
delete from ops.touched_days where day < (select text_day from ops.kept);
