-- An aggregate has one row a day, language, folder and thing, on the days $days and those that look back on them.
select 'daily.actors' as table_name, day, actor_id as thing from daily.actors where day between list_min($days) and list_max($days) group by day, language, folder, actor_id having count(*) > 1
union all
select 'daily.topics', day, topic_id from daily.topics where day between list_min($days) and list_max($days) group by day, language, folder, topic_id having count(*) > 1
union all
select 'daily.outlets', day, outlet_id from daily.outlets where day between list_min($days) and list_max($days) group by day, language, folder, outlet_id having count(*) > 1
union all
select 'daily.events', day, type from daily.events where day between list_min($days) and list_max($days) group by day, language, folder, type having count(*) > 1
union all
select 'daily.places', day, place_id from daily.places where day between list_min($days) and list_max($days) group by day, language, folder, place_id having count(*) > 1
union all
select 'daily.pairs', day, actor_id || ' ' || other_actor_id from daily.pairs where day between list_min($days) and list_max($days) group by day, language, folder, actor_id, other_actor_id having count(*) > 1
union all
select 'daily.carried', day, thing_id || ' ' || other_id from daily.carried where day between list_min($days) and list_max($days) group by day, kind, thing_id, other_id, feed_id, outlet_id having count(*) > 1
union all
select 'daily.usual', day, thing_id || ' ' || other_id from daily.usual where day between list_min($days) and list_max($days) + 28 group by day, kind, thing_id, other_id having count(*) > 1
union all
select 'daily.coverage', day, feed_id from daily.coverage where day between list_min($days) and list_max($days) + 28 group by all having count(*) > 1;
