-- The things of some days beside their usual level and how surely they rose or faded, counted in articles, copies, outlets or owners.
-- Grain: one row a day, kind and thing that the day or its past days hold.
create or replace macro main.compared(days, counted := 'articles') as table
with asked as (  -- no bare name is that of an argument of a macro that asks this one: DuckDB would take it for that
    select distinct unnest(days)::date as of_day
),
watched as (
    select distinct coverage.day as of_day from daily.coverage as coverage
    where coverage.poll_count > coverage.failed_poll_count and coverage.day between (select min(of_day) - 28 from asked) and (select max(of_day) from asked)
),
weekdays as (
    select asked.of_day, watched.of_day as past_day
    from asked cross join (values (7), (14), (21), (28)) as weeks(length) join watched on watched.of_day = asked.of_day - weeks.length
),
young as (from asked anti join (select of_day from weekdays group by of_day having count(*) > 1) as old using (of_day)),
rests as (
    select weekdays.* from weekdays anti join young using (of_day)
    union all
    select young.of_day, watched.of_day from young cross join range(1, 29) as back(length) join watched on watched.of_day = young.of_day - back.length::integer
),
spans as (
    select of_day, past_day, true as is_past, count(*) over (partition by of_day) as history_day_count from rests
    union all
    select of_day, of_day, false, count(*) from rests group by of_day
),
owned as (  -- the day's count of a thing by stratum: what is read alike on all these days
    select spans.of_day, spans.past_day, spans.is_past, spans.history_day_count, carried.kind, carried.thing_id, carried.other_id, carried.outlet_id,
        counted in ('articles', 'copies') as is_summed,
        case counted
            when 'articles' then carried.feed_id
            when 'copies' then carried.feed_id
            when 'outlets' then carried.outlet_id
            when 'owners' then coalesce(nullif(outlets.owner, ''), carried.outlet_id)
            else error('count articles, copies, outlets or owners')
        end as stratum,
        case counted when 'articles' then carried.article_count when 'copies' then carried.copy_group_count else 1 end as amount
    from daily.carried as carried
    join spans on spans.past_day = carried.day
    left join seeds.outlets as outlets on outlets.outlet_id = carried.outlet_id
),
told as materialized (
    select of_day, past_day, is_past, history_day_count, kind, thing_id, other_id, stratum,
        coalesce(sum(amount) filter (where is_summed), 1) as amount
    from owned group by all
    union all
    select of_day, past_day, is_past, history_day_count, 'outlet', outlet_id, '', stratum,
        coalesce(sum(amount) filter (where is_summed), 1)
    from owned where kind = '' group by all
),
exposed as (  -- a feed is compared where its past is known as well as its day; what it gives on the day is its exposure
    select of_day, stratum, sum(amount) filter (where not is_past) as day_amount, sum(amount) filter (where is_past) as past_amount
    from told where kind = '' group by all
    having day_amount > 0 and 2 * past_amount >= day_amount
),
weights as (
    select told.of_day, told.past_day, sum(told.amount) / sum(sum(told.amount)) over (partition by told.of_day) as weight
    from told semi join exposed using (of_day, stratum)
    where told.kind = '' and told.is_past group by told.of_day, told.past_day
),
shares as (
    select told.of_day, told.is_past, told.kind, told.thing_id, told.other_id, told.past_day, told.history_day_count,
        sum(told.amount)::integer as amount,
        sum((told.amount * case
            when told.kind in ('', 'outlet') then 1 / (1 + told.history_day_count)
            else exposed.day_amount / (exposed.day_amount + exposed.past_amount)
        end)::decimal(18, 9)) as due,
        any_value(case when told.kind in ('', 'outlet') then 1 / told.history_day_count else weights.weight end) as weight
    from told join exposed using (of_day, stratum) left join weights using (of_day, past_day)
    group by all
),
spread as (
    select of_day, sum((weight * weight)::decimal(18, 9))::double as squared_weight
    from weights group by of_day
),
summed as (
    select of_day, kind, thing_id, other_id, history_day_count, sum(amount)::integer as total_count,
        coalesce(sum(amount) filter (where not is_past), 0)::integer as comparable_count,
        coalesce(sum(amount) filter (where is_past), 0)::integer as past_count, sum(due)::double / sum(amount) as share,
        coalesce(sum(amount * amount) filter (where is_past), 0) as squares,
        coalesce(sum((amount * weight)::decimal(18, 9)) filter (where is_past), 0)::double as cross_sum
    from shares group by all having total_count > 0 and (comparable_count > 0 or past_count > 3)  -- three that are gone are too few to tell, however they are shared out
),
scattered as (  -- how a thing's own past scatters beyond chance, by moments; bounded, lest one burst speak for all (tests/quality/bursts.py)
    select summed.*, case when kind in ('', 'outlet') then 1 / history_day_count else squared_weight end as evenness,
        case when history_day_count > 1 and past_count > 0 then greatest(-1, least(1,
            ((squares - 2 * past_count * cross_sum + past_count * past_count * evenness) / (1 - evenness) - past_count)
                / (past_count * past_count * evenness)
        )) end as own_dispersion
    from summed left join spread using (of_day)
),
pooled as (
    select of_day, kind, greatest(0.01, (20 * 0.3 + coalesce(sum(own_dispersion::decimal(18, 9)), 0)::double) / (20 + count(own_dispersion))) as pooled_dispersion
    from (select * replace (case when past_count >= 2 * history_day_count then own_dispersion end as own_dispersion) from scattered)
    group by all
),
shaped as (
    select scattered.*, share / (1 - share) as exposure_ratio,
        greatest(pooled_dispersion, coalesce(
            (6 * pooled_dispersion + (history_day_count - 1) * own_dispersion) / (5 + history_day_count), pooled_dispersion
        )) as dispersion,
        1 / dispersion as alpha, alpha / exposure_ratio as beta,
        lgamma(alpha + beta) - lgamma(total_count + alpha + beta) as base,
        ln((comparable_count + 0.5) / ((past_count + 0.5) * exposure_ratio)) as middle,
        1.959964 * sqrt(1 / (comparable_count + 0.5) + 1 / (past_count + 0.5) + dispersion * (1 + exposure_ratio)) as reach
    from scattered join pooled using (of_day, kind)
),
tested as (
    select *, 2 * exp(base + least(lgamma(total_count + alpha) - lgamma(alpha), lgamma(total_count + beta) - lgamma(beta))) <= 0.05 as is_tested,
        case when not is_tested then null else least(1, 2 * list_sum(list_transform(
            case when comparable_count > total_count * share then range(comparable_count, total_count + 1) else range(0, comparable_count + 1) end,
            lambda n: exp(base + lgamma(total_count + 1) - lgamma(n + 1) - lgamma(total_count - n + 1)
                + lgamma(n + alpha) - lgamma(alpha) + lgamma(total_count - n + beta) - lgamma(beta))
        ))) end as p_value
    from shaped
),
ranked as materialized (
    select *, case when is_tested then p_value * count(*) over (partition by of_day, is_tested)
        / count(*) over (partition by of_day, is_tested order by p_value) end as step
    from tested
),
fresh as (select of_day, kind, thing_id, other_id from ranked where past_count = 0 and comparable_count > 0),
backs as (select asked.of_day, asked.of_day - back.length::integer as back_day from asked cross join range(1, 29) as back(length)),
known as (
    select distinct fresh.of_day, fresh.kind, fresh.thing_id, fresh.other_id
    from daily.carried as carried
    join backs on backs.back_day = carried.day
    join fresh on fresh.of_day = backs.of_day and fresh.kind = carried.kind and fresh.thing_id = carried.thing_id
        and fresh.other_id = carried.other_id
)
select ranked.of_day as day, ranked.kind, ranked.thing_id, ranked.other_id, ranked.comparable_count, ranked.past_count,
    ranked.history_day_count::integer as history_day_count, ranked.past_count * exposure_ratio as usual, ranked.comparable_count / nullif(usual, 0) as ratio,
    case when comparable_count = 0 then 0 else exp(middle - reach) end as ratio_low,
    case when past_count > 0 then exp(middle + reach) end as ratio_high, dispersion, p_value,
    case when is_tested then least(1, min(step) over (partition by ranked.of_day order by p_value desc)) end as q_value,
    known.of_day is null and ranked.past_count = 0 and ranked.comparable_count > 0 as is_new
from ranked left join known on (known.of_day, known.kind, known.thing_id, known.other_id) = (ranked.of_day, ranked.kind, ranked.thing_id, ranked.other_id)
where comparable_count > 0 or is_tested;
comment on macro table main.compared is 'The things of some days beside their usual level and how surely they rose or faded, counted in articles, copies, outlets or owners. Grain: one row a day, kind and thing that the day or its past days hold.';
