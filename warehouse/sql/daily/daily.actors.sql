-- Counts the actors of the touched days: mentions, articles, different texts, outlets, owners and quotes.
-- Grain: one row a day and actor.
delete from daily.actors where day in (select day from ops.touched_days);

insert into daily.actors by name
with counted as (select * from daily.counted_articles where day in (select day from ops.touched_days)),
totals as (select day, count(*) as article_count from counted group by day),
quoted as (
    select counted.day, case when settled.reason is null then quotes.speaker_actor_id else settled.actor_id end as actor_id,
        count(distinct (quotes.revision_id, quotes.attribution_no)) as quote_count
    from facts.quotes as quotes
    join counted on counted.revision_id = quotes.revision_id
    left join daily.settled_actors as settled
        on settled.revision_id = quotes.revision_id and settled.read_actor_id = quotes.speaker_actor_id
    where quotes.speaker_actor_id is not null and quotes.kind in ('direct', 'mixed')
    group by all
),
mentioned as (
    select counted.day, mentions.actor_id, count(*) as mention_count, count(distinct counted.article_id) as article_count,
        count(distinct counted.copy_group_id) as copy_group_count, count(distinct counted.outlet_id) as outlet_count,
        count(distinct counted.owner) as owner_count
    from daily.settled_mentions as mentions join counted using (revision_id)
    group by all
)
select mentioned.day, mentioned.actor_id, mentioned.mention_count::integer as mention_count,
    mentioned.article_count::integer as article_count, mentioned.copy_group_count::integer as copy_group_count,
    mentioned.outlet_count::integer as outlet_count, mentioned.owner_count::integer as owner_count,
    coalesce(quoted.quote_count, 0)::integer as quote_count, mentioned.article_count / totals.article_count as article_share
from mentioned
join totals using (day)
left join quoted using (day, actor_id)
order by mentioned.day, mentioned.actor_id;
