-- The news agencies that people have named.
-- Grain: one row an outlet.
select outlet_id, name from seeds.outlets where is_agency and name <> '' order by outlet_id;
