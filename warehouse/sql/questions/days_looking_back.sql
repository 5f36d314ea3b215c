-- The days $days, and those within 28 days after one of them on which anything was counted: their usual rests on these.
-- Grain: one row a day.
with asked as (select unnest($days::date[]) as day),
ahead as (select distinct asked.day + forward.length::integer as day from asked cross join range(1, 29) as forward(length)),
counted as (
    select distinct day from daily.outlets where day between list_min($days::date[]) and list_max($days::date[]) + 28
    union
    select distinct day from daily.coverage where day between list_min($days::date[]) and list_max($days::date[]) + 28
)
select day from asked
union
select day from ahead where day in (select day from counted)
order by day;
