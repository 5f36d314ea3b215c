-- Sets the things of the touched days, and of the days that look back on these, beside their usual level.
-- Grain: one row a day, kind and thing.
create or replace temp table touched_futures as
select distinct days.day
from (select distinct day from ops.touched_days) as touched cross join range(0, 29) as ahead(length)
join (select distinct day from daily.carried) as days on days.day = touched.day + ahead.length::integer;

delete from daily.usual where day in (select day from touched_futures) or day in (select day from ops.touched_days);

insert into daily.usual by name
from compared((select list(day) from touched_futures)) order by day, kind, thing_id, other_id;

drop table temp.touched_futures;
