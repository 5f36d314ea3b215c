-- Counts the pairs of actors of the touched days: sentences that name both, and events between them.
-- Grain: one row a day, language, folder and pair.
delete from daily.pairs where day in (select day from ops.touched_days);

insert into daily.pairs by name
with counted as (from touched_articles),
named_together as (
    select counted.day, counted.language, counted.folder, together.actor_id, together.other_actor_id,
        count(*)::integer as sentence_count, count(distinct counted.article_id)::integer as article_count,
        count(distinct counted.copy_group_id)::integer as copy_group_count,
        count(distinct counted.outlet_id)::integer as outlet_count, count(distinct counted.owner)::integer as owner_count
    from touched_pairs as together join counted using (revision_id)
    group by all
),
between_them as (
    select counted.day, counted.language, counted.folder, least(done.source_id, done.target_id) as actor_id,
        greatest(done.source_id, done.target_id) as other_actor_id,
        count(*) filter (where done.source_id < done.target_id) as event_count,
        avg(done.score) filter (where done.source_id < done.target_id) as mean_score,
        count(*) filter (where done.source_id > done.target_id) as back_event_count,
        avg(done.score) filter (where done.source_id > done.target_id) as back_mean_score
    from touched_deeds as done join counted using (revision_id)
    group by all
)
select named_together.*, coalesce(between_them.event_count, 0)::integer as event_count, between_them.mean_score,
    coalesce(between_them.back_event_count, 0)::integer as back_event_count, between_them.back_mean_score
from named_together
left join between_them using (day, language, folder, actor_id, other_actor_id)
order by day, language, folder, actor_id, other_actor_id;
