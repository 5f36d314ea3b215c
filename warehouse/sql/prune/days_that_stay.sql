-- How many days before $before keep their numbers though their texts go.
-- Grain: one row.
select count(distinct day) as day_count from daily.outlets where day < $before;
