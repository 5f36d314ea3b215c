-- Since which day texts and polls are kept: older days keep the numbers that they had when they were pruned.
-- Grain: one row.
create or replace view ops.kept as
select coalesce(max(before_day) filter (where kind = 'texts'), date '0001-01-01') as text_day,
    coalesce(max(before_day) filter (where kind = 'polls'), date '0001-01-01') as poll_day
from ops.prunings;
comment on view ops.kept is 'Since which day texts and polls are kept: older days keep the numbers that they had when they were pruned. Grain: one row.';
comment on column ops.kept.text_day is 'First day whose texts are kept; the year 1 where none were pruned.';
comment on column ops.kept.poll_day is 'First day whose polls are kept; the year 1 where none were pruned.';
