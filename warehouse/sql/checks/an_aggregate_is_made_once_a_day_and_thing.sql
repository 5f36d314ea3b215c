-- An aggregate has one row a day, language, folder and thing.
select 'daily.actors' as table_name, day, actor_id as thing from daily.actors group by day, language, folder, actor_id having count(*) > 1
union all
select 'daily.topics', day, topic_id from daily.topics group by day, language, folder, topic_id having count(*) > 1
union all
select 'daily.outlets', day, outlet_id from daily.outlets group by day, language, folder, outlet_id having count(*) > 1
union all
select 'daily.events', day, type from daily.events group by day, language, folder, type having count(*) > 1
union all
select 'daily.places', day, place_id from daily.places group by day, language, folder, place_id having count(*) > 1
union all
select 'daily.pairs', day, actor_id || ' ' || other_actor_id from daily.pairs group by day, language, folder, actor_id, other_actor_id having count(*) > 1
union all
select 'daily.carried', day, thing_id || ' ' || other_id from daily.carried group by day, kind, thing_id, other_id, feed_id, outlet_id having count(*) > 1
union all
select 'daily.usual', day, thing_id || ' ' || other_id from daily.usual group by day, kind, thing_id, other_id having count(*) > 1
union all
select 'daily.coverage', day, feed_id from daily.coverage group by all having count(*) > 1;
