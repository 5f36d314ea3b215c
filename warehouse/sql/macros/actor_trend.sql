-- An actor from day to day, days without counted as zero, beside the usual; a name that fits several actors gives each of them.
-- Grain: one row an actor and day on which the news was watched.
create or replace macro main.actor_trend(name, from_day, to_day) as table
with named as (
    select fits.actor_id, fits.actor from main.actors_named(name) as fits
    qualify fits.rank = min(fits.rank) over ()
),
totals as (
    select outlets.day, sum(outlets.article_count)::bigint as article_count
    from daily.outlets as outlets
    where outlets.day between from_day::date and to_day::date and outlets.language = 'all' and outlets.folder = 'all'
    group by outlets.day
)
select totals.day, named.actor, coalesce(told.article_count, 0) as article_count, coalesce(told.copy_group_count, 0) as copy_group_count,
    coalesce(told.outlet_count, 0) as outlet_count, coalesce(told.owner_count, 0) as owner_count,
    coalesce(told.mention_count, 0) as mention_count, coalesce(told.quote_count, 0) as quote_count, told.mean_tone,
    coalesce(told.article_share, 0) as article_share, kept.usual as usual_article_count, kept.comparable_count as comparable_article_count,
    kept.ratio, kept.ratio_low, kept.ratio_high, kept.q_value, coalesce(kept.is_new, false) as is_new, coverage.coverage, named.actor_id
from totals cross join named
left join daily.actors as told
    on told.day = totals.day and told.actor_id = named.actor_id and told.language = 'all' and told.folder = 'all'
left join daily.usual as kept on kept.day = totals.day and kept.kind = 'actor' and kept.thing_id = named.actor_id
left join daily_coverage_total as coverage on coverage.day = totals.day
order by totals.day, named.actor, named.actor_id;
comment on macro table main.actor_trend is 'An actor from day to day, days without counted as zero, beside the usual; a name that fits several actors gives each of them. Grain: one row an actor and day on which the news was watched.';
