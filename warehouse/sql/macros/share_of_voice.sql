-- How the news of some days is shared among some actors: what tells of each, what each says, and its share of that among them.
-- Grain: one row an actor; of a name that fits several actors the one that most articles name.
create or replace macro main.share_of_voice(names, from_day, to_day) as table
with fits as (
    select asked.asked_name, found.actor_id, found.actor, found.rank
    from (select distinct unnest(names::varchar[]) as asked_name) as asked
    cross join lateral (from main.actors_named(asked.asked_name)) as found
),
told as (
    select actors.actor_id, sum(actors.article_count)::bigint as article_count, sum(actors.copy_group_count)::bigint as copy_group_count,
        sum(actors.mention_count)::bigint as mention_count, sum(actors.quote_count)::bigint as quote_count,
        coalesce(sum(actors.quoted_word_count), 0)::bigint as quoted_word_count
    from daily.actors as actors
    where actors.day between from_day::date and to_day::date and actors.language = 'all' and actors.folder = 'all'
        and actors.actor_id in (select fits.actor_id from fits)
    group by actors.actor_id
),
outlets as (
    select carried.thing_id as actor_id, count(distinct carried.outlet_id) as outlet_count
    from daily.carried as carried
    where carried.day between from_day::date and to_day::date and carried.kind = 'actor' and carried.thing_id in (select fits.actor_id from fits)
    group by carried.thing_id
),
chosen as (
    select fits.actor_id, fits.actor
    from fits left join told on told.actor_id = fits.actor_id
    qualify row_number() over (partition by fits.asked_name order by fits.rank, told.article_count desc nulls last, fits.actor_id) = 1
),
whole as (
    select sum(outlets.article_count)::bigint as article_count from daily.outlets as outlets
    where outlets.day between from_day::date and to_day::date and outlets.language = 'all' and outlets.folder = 'all'
)
select chosen.actor, coalesce(told.article_count, 0) as article_count, coalesce(told.copy_group_count, 0) as copy_group_count,
    coalesce(outlets.outlet_count, 0) as outlet_count, coalesce(told.mention_count, 0) as mention_count,
    coalesce(told.quote_count, 0) as quote_count, coalesce(told.quoted_word_count, 0) as quoted_word_count,
    coalesce(told.article_count / nullif(sum(told.article_count) over (), 0), 0) as voice_share,
    coalesce(told.quoted_word_count / nullif(sum(told.quoted_word_count) over (), 0), 0) as quoted_share,
    coalesce(told.article_count, 0) / whole.article_count as article_share, chosen.actor_id
from (select distinct chosen.actor_id, chosen.actor from chosen) as chosen
cross join whole
left join told on told.actor_id = chosen.actor_id
left join outlets on outlets.actor_id = chosen.actor_id
order by article_count desc, chosen.actor, chosen.actor_id;
comment on macro table main.share_of_voice is 'How the news of some days is shared among some actors: what tells of each, what each says, and its share of that among them. Grain: one row an actor; of a name that fits several actors the one that most articles name.';
