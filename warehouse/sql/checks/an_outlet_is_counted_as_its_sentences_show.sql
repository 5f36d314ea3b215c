-- What an outlet's row of a day counts is what why_outlet shows, on the days $days.
with totals as (select day, language, folder, count(*) as total_count from daily.scoped_articles where day between list_min($days) and list_max($days) and list_contains($days, day) group by all),
shown as (
    select day, language, folder, outlet_id,
        count(distinct article_id) filter (where counted = 'articles') as article_count,
        count(distinct copy_group_id) filter (where counted = 'articles') as copy_group_count,
        count(*) filter (where counted = 'articles' and is_own_text) as own_text_count,
        sum(word_count) filter (where counted = 'articles') as word_count,
        count(*) filter (where counted = 'quotes') as quote_count,
        count(*) filter (where counted = 'events') as event_count,
        avg(score) filter (where counted = 'tone') as mean_tone
    from daily.outlet_sentences
    where day between list_min($days) and list_max($days) and list_contains($days, day)
    group by day, language, folder, outlet_id
    having count(*) filter (where counted = 'articles') > 0
)
select day, language, folder, outlet_id
from shown
full join (select * from daily.outlets where day between list_min($days) and list_max($days) and list_contains($days, day)) as counts using (day, language, folder, outlet_id)
left join totals using (day, language, folder)
where (
        shown.article_count, shown.copy_group_count, shown.own_text_count, shown.word_count, shown.quote_count,
        shown.event_count, round(shown.mean_tone, 9), round(shown.article_count / totals.total_count, 9)
    ) is distinct from (
        counts.article_count, counts.copy_group_count, counts.own_text_count, counts.word_count,
        counts.quote_count, counts.event_count, round(counts.mean_tone, 9), round(counts.article_share, 9)
    );
