-- Counts the events of the touched days by type: how many, how many of them denied, and who tells of them.
-- Grain: one row a day, language, folder and type.
delete from daily.events where day in (select day from ops.touched_days);

insert into daily.events by name
with counted as (from touched_articles)
select counted.day, counted.language, counted.folder, events.type, count(*)::integer as event_count,
    count(*) filter (where events.is_negated)::integer as negated_count, count(distinct counted.article_id)::integer as article_count,
    count(distinct counted.copy_group_id)::integer as copy_group_count,
    count(distinct counted.outlet_id)::integer as outlet_count, count(distinct counted.owner)::integer as owner_count,
    avg(events.score) as mean_score
from touched_events as events join counted using (revision_id)
group by all
order by counted.day, counted.language, counted.folder, events.type;
