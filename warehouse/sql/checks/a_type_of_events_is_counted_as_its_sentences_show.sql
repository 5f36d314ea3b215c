-- What the row of a type of events counts is what why_event shows, on the days $days.
with shown as (
    select day, language, folder, type,
        count(distinct article_id) filter (where counted = 'events') as article_count,
        count(distinct copy_group_id) filter (where counted = 'events') as copy_group_count,
        count(distinct outlet_id) filter (where counted = 'events') as outlet_count,
        count(distinct owner) filter (where counted = 'events') as owner_count,
        count(*) filter (where counted = 'events') as event_count,
        count(*) filter (where is_negated) as negated_count,
        avg(score) as mean_score
    from daily.event_sentences
    where day between list_min($days) and list_max($days) and list_contains($days, day)
    group by day, language, folder, type
    having count(*) filter (where counted = 'events') > 0
)
select day, language, folder, type
from shown
full join (select * from daily.events where day between list_min($days) and list_max($days) and list_contains($days, day)) as counts using (day, language, folder, type)
where (
        shown.article_count, shown.copy_group_count, shown.outlet_count, shown.owner_count, shown.event_count,
        shown.negated_count, round(shown.mean_score, 9)
    ) is distinct from (
        counts.article_count, counts.copy_group_count, counts.outlet_count, counts.owner_count, counts.event_count,
        counts.negated_count, round(counts.mean_score, 9)
    );
