-- What a pair's row of a day counts is what why_pair shows, on the days $days.
with shown as (
    select day, language, folder, actor_id, other_actor_id,
        count(distinct article_id) filter (where counted = 'sentences') as article_count,
        count(distinct copy_group_id) filter (where counted = 'sentences') as copy_group_count,
        count(distinct outlet_id) filter (where counted = 'sentences') as outlet_count,
        count(distinct owner) filter (where counted = 'sentences') as owner_count,
        count(*) filter (where counted = 'sentences') as sentence_count,
        count(*) filter (where counted = 'events') as event_count,
        avg(score) filter (where counted = 'events') as mean_score,
        count(*) filter (where counted = 'back_events') as back_event_count,
        avg(score) filter (where counted = 'back_events') as back_mean_score
    from daily.pair_sentences
    where day between list_min($days) and list_max($days) and list_contains($days, day) and actor_id < other_actor_id
    group by day, language, folder, actor_id, other_actor_id
    having count(*) filter (where counted = 'sentences') > 0
)
select day, language, folder, actor_id, other_actor_id
from shown
full join (select * from daily.pairs where day between list_min($days) and list_max($days) and list_contains($days, day)) as counts using (day, language, folder, actor_id, other_actor_id)
where (
        shown.article_count, shown.copy_group_count, shown.outlet_count, shown.owner_count, shown.sentence_count,
        shown.event_count, round(shown.mean_score, 9), shown.back_event_count, round(shown.back_mean_score, 9)
    ) is distinct from (
        counts.article_count, counts.copy_group_count, counts.outlet_count, counts.owner_count,
        counts.sentence_count, counts.event_count, round(counts.mean_score, 9), counts.back_event_count,
        round(counts.back_mean_score, 9)
    );
