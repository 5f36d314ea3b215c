-- Some pairs of actors on the day, and the events between them.
-- Grain: one row a pair.
select counts.actor_id || ' ' || counts.other_actor_id as id, counts.article_count, counts.copy_group_count, counts.outlet_count,
    counts.owner_count, moved.usual as usual_article_count, counts.sentence_count, counts.event_count + counts.back_event_count as event_count
from daily.pairs as counts
left join daily.usual as moved
    on moved.day = counts.day and moved.kind = 'pair' and moved.thing_id = counts.actor_id and moved.other_id = counts.other_actor_id
where counts.day = $day and counts.language = 'all' and counts.folder = 'all'
    and list_contains($ids, counts.actor_id || ' ' || counts.other_actor_id)
order by id;
