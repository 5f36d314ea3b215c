-- What readings since $since found otherwise than those before them.
-- Grain: one row a table.
select split_part(table_name, '.', 2) as table_name, count(*) as texts, sum(same_count)::bigint as same,
    sum(gained_count)::bigint as gained, sum(lost_count)::bigint as lost, sum(different_count)::bigint as different
from ops.rereadings where read_at >= $since group by all order by all;
