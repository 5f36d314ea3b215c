-- What a place's row of a day counts is what why_place shows, on the days $days.
with totals as (select day, language, folder, count(*) as total_count from daily.scoped_articles where day between list_min($days) and list_max($days) and list_contains($days, day) group by all),
shown as (
    select day, language, folder, place_id,
        count(distinct article_id) filter (where counted = 'mentions') as article_count,
        count(distinct copy_group_id) filter (where counted = 'mentions') as copy_group_count,
        count(distinct outlet_id) filter (where counted = 'mentions') as outlet_count,
        count(distinct owner) filter (where counted = 'mentions') as owner_count,
        count(*) filter (where counted = 'mentions') as mention_count,
        count(distinct article_id) filter (where is_focus) as focus_count
    from daily.place_sentences
    where day between list_min($days) and list_max($days) and list_contains($days, day)
    group by day, language, folder, place_id
    having count(*) filter (where counted = 'mentions') > 0
)
select day, language, folder, place_id
from shown
full join (select * from daily.places where day between list_min($days) and list_max($days) and list_contains($days, day)) as counts using (day, language, folder, place_id)
left join totals using (day, language, folder)
where (
        shown.article_count, shown.copy_group_count, shown.outlet_count, shown.owner_count, shown.mention_count,
        shown.focus_count, round(shown.article_count / totals.total_count, 9)
    ) is distinct from (
        counts.article_count, counts.copy_group_count, counts.outlet_count, counts.owner_count,
        counts.mention_count, counts.focus_count, round(counts.article_share, 9)
    );
