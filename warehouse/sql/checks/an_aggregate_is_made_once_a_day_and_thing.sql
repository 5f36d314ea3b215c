-- An aggregate has one row a day and thing.
select 'daily.actors' as table_name, day, actor_id as thing from daily.actors group by all having count(*) > 1
union all
select 'daily.topics', day, topic_id from daily.topics group by all having count(*) > 1
union all
select 'daily.coverage', day, feed_id from daily.coverage group by all having count(*) > 1
union all
select 'daily.articles', day, outlet_id from daily.articles group by all having count(*) > 1;
