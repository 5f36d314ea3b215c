-- What an actor's row of a day counts is what why_actor shows, on the days $days.
with totals as (select day, language, folder, count(*) as total_count from daily.scoped_articles where day between list_min($days) and list_max($days) and list_contains($days, day) group by all),
shown as (
    select day, language, folder, actor_id,
        count(distinct article_id) filter (where counted = 'mentions') as article_count,
        count(distinct copy_group_id) filter (where counted = 'mentions') as copy_group_count,
        count(distinct outlet_id) filter (where counted = 'mentions') as outlet_count,
        count(distinct owner) filter (where counted = 'mentions') as owner_count,
        count(*) filter (where counted = 'mentions') as mention_count,
        count(*) filter (where counted = 'quotes') as quote_count,
        coalesce(sum(quoted_word_count), 0) as quoted_word_count,
        count(*) filter (where counted = 'source_events') as source_event_count,
        count(*) filter (where counted = 'target_events') as target_event_count,
        avg(score) filter (where counted = 'tone') as mean_tone
    from daily.actor_sentences
    where day between list_min($days) and list_max($days) and list_contains($days, day)
    group by day, language, folder, actor_id
    having count(*) filter (where counted = 'mentions') > 0
)
select day, language, folder, actor_id
from shown
full join (select * from daily.actors where day between list_min($days) and list_max($days) and list_contains($days, day)) as counts using (day, language, folder, actor_id)
left join totals using (day, language, folder)
where (
        shown.article_count, shown.copy_group_count, shown.outlet_count, shown.owner_count, shown.mention_count,
        shown.quote_count, shown.quoted_word_count, shown.source_event_count, shown.target_event_count,
        round(shown.mean_tone, 9), round(shown.article_count / totals.total_count, 9)
    ) is distinct from (
        counts.article_count, counts.copy_group_count, counts.outlet_count, counts.owner_count,
        counts.mention_count, counts.quote_count, counts.quoted_word_count, counts.source_event_count,
        counts.target_event_count, round(counts.mean_tone, 9), round(counts.article_share, 9)
    );
