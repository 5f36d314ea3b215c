-- Articles a day of some actors, topics, outlets and pairs over the 28 days to the day.
-- Grain: one row a thing and day.
select actor_id as id, day, article_count from daily_actors
where day between $day::date - 27 and $day and list_contains($ids, actor_id)
union all
select topic_id, day, article_count from daily_topics
where day between $day::date - 27 and $day and list_contains($ids, topic_id)
union all
select outlet_id, day, article_count from daily_outlets
where day between $day::date - 27 and $day and list_contains($ids, outlet_id)
union all
select actor_id || ' ' || other_actor_id, day, article_count from daily.pairs
where day between $day::date - 27 and $day and language = 'all' and folder = 'all' and list_contains($ids, actor_id || ' ' || other_actor_id)
order by id, day;
