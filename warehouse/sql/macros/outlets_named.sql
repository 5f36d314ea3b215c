-- The outlets that a name may mean: by id, name or domain; the smallest rank fits best.
-- Grain: one row an outlet.
create or replace macro main.outlets_named(name) as table
with known as (
    select outlet_id, outlets.name as outlet, domain from seeds.outlets as outlets
    union all
    select distinct articles.outlet_id, '', '' from facts.articles as articles
    where articles.outlet_id = name and articles.outlet_id not in (select outlet_id from seeds.outlets)
)
select outlet_id, outlet, domain, case when outlet_id = name then 1 when name in (outlet, domain) then 2 else 3 end as rank
from known
where name in (outlet_id, outlet, domain) or lower(strip_accents(outlet)) = lower(strip_accents(trim(name)))
    or domain = regexp_replace(lower(trim(name)), '^(https?://)?(www\.)?|/.*$', '', 'g');
comment on macro table main.outlets_named is 'The outlets that a name may mean: by id, name or domain; the smallest rank fits best. Grain: one row an outlet.';
