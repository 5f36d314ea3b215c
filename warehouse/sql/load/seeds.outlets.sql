-- Seeds are what people wrote last: the whole table is replaced. Days that count an outlet under another owner are touched.
-- Grain: one row an outlet.
insert into ops.touched_days
select distinct articles.day
from seeds.outlets as known
full join staged_outlets as staged on staged.outlet_id = known.outlet_id
join facts.articles as articles on articles.outlet_id = coalesce(known.outlet_id, staged.outlet_id)
where coalesce(known.owner, '') <> coalesce(staged.owner, '');

delete from seeds.outlets;

insert into seeds.outlets by name select * from staged_outlets;
