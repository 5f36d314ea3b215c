-- Counts the articles of the touched days by outlet.
-- Grain: one row a day and outlet.
delete from daily.articles where day in (select day from ops.touched_days);

insert into daily.articles by name
select day, outlet_id, count(*)::integer as article_count, sum(word_count)::bigint as word_count,
    count(distinct copy_group_id)::integer as copy_group_count
from daily.counted_articles
where day in (select day from ops.touched_days)
group by day, outlet_id
order by day, outlet_id;
