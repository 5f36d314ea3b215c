-- Sets the things of the touched days beside their usual level.
-- Grain: one row a day, kind and thing.
create or replace temp table touched_compared as
select distinct day from ops.touched_days semi join daily.outlets using (day);

delete from daily.usual where day in (select day from ops.touched_days);

insert into daily.usual by name
from compared((select list(day) from touched_compared)) order by day, kind, thing_id, other_id;

drop table temp.touched_compared;
