-- What a topic's row of a day counts is what why_topic shows, on the days $days.
with totals as (select day, language, folder, count(*) as total_count from daily.scoped_articles where day between list_min($days) and list_max($days) and list_contains($days, day) group by all),
shown as (
    select day, language, folder, topic_id,
        count(distinct article_id) filter (where counted = 'words') as article_count,
        count(distinct copy_group_id) filter (where counted = 'words') as copy_group_count,
        count(distinct outlet_id) filter (where counted = 'words') as outlet_count,
        count(distinct owner) filter (where counted = 'words') as owner_count,
        avg(score) filter (where counted = 'tone') as mean_tone
    from daily.topic_sentences
    where day between list_min($days) and list_max($days) and list_contains($days, day)
    group by day, language, folder, topic_id
    having count(*) filter (where counted = 'words') > 0
)
select day, language, folder, topic_id
from shown
full join (select * from daily.topics where day between list_min($days) and list_max($days) and list_contains($days, day)) as counts using (day, language, folder, topic_id)
left join totals using (day, language, folder)
where (
        shown.article_count, shown.copy_group_count, shown.outlet_count, shown.owner_count,
        round(shown.mean_tone, 9), round(shown.article_count / totals.total_count, 9)
    ) is distinct from (
        counts.article_count, counts.copy_group_count, counts.outlet_count, counts.owner_count,
        round(counts.mean_tone, 9), round(counts.article_share, 9)
    );
