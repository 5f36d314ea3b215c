-- An actor has one row.
select actor_id, count(*) as row_count from facts.actors group by actor_id having count(*) > 1;
