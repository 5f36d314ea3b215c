-- Counts the articles of the touched days by outlet, with their quotes, events and tone.
-- Grain: one row a day, language, folder and outlet.
delete from daily.outlets where day in (select day from ops.touched_days);

insert into daily.outlets by name
with counted as (from touched_articles),
totals as (select day, language, folder, count(*) as article_count from counted group by all),
told as (
    select revision_id, count(*) as event_count from touched_events group by revision_id
),
quoted as (
    select revision_id, count(distinct attribution_no) as quote_count from touched_quotes group by revision_id
)
select counted.day, counted.language, counted.folder, counted.outlet_id, count(*)::integer as article_count,
    count(distinct counted.copy_group_id)::integer as copy_group_count,
    count(*) filter (where counted.copy_group_id = counted.article_id)::integer as own_text_count,
    sum(counted.word_count)::bigint as word_count, coalesce(sum(quoted.quote_count), 0)::integer as quote_count,
    coalesce(sum(told.event_count), 0)::integer as event_count, avg(tones.score) as mean_tone,
    count(*) / any_value(totals.article_count) as article_share
from counted
join totals using (day, language, folder)
left join told using (revision_id)
left join quoted using (revision_id)
left join touched_tones as tones on tones.revision_id = counted.revision_id and tones.scope = 'article'
group by counted.day, counted.language, counted.folder, counted.outlet_id
order by counted.day, counted.language, counted.folder, counted.outlet_id;
