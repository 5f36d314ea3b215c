-- Counts the pairs of actors of the touched days: sentences that name both, and events between them.
-- Grain: one row a day, language, folder and pair.
delete from daily.pairs where day in (select day from ops.touched_days);

insert into daily.pairs by name
with counted as (from touched_articles),
done as (
    select events.revision_id, events.sentence_no, events.event_no, events.score::decimal(9, 3) as score,
        sources.actor_id as source_id, targets.actor_id as target_id
    from facts.events as events
    join touched_parties as sources
        on sources.revision_id = events.revision_id and sources.event_no = events.event_no and sources.side = 'source'
    join touched_parties as targets
        on targets.revision_id = events.revision_id and targets.event_no = events.event_no and targets.side = 'target'
    where sources.actor_id <> targets.actor_id
),
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
    from done join counted using (revision_id)
    group by all
)
select named_together.*, coalesce(between_them.event_count, 0)::integer as event_count, between_them.mean_score,
    coalesce(between_them.back_event_count, 0)::integer as back_event_count, between_them.back_mean_score
from named_together
left join between_them using (day, language, folder, actor_id, other_actor_id)
order by day, language, folder, actor_id, other_actor_id;
