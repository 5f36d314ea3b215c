-- Actors of the day that get a page: some that are named, then those in most articles.
-- Grain: one row an actor.
select actor_id as id, actor as name, kind, article_count, copy_group_count, outlet_count, owner_count, usual_article_count,
    mention_count, quote_count, quoted_word_count, source_event_count, target_event_count, mean_tone
from daily_actors
where day = $day
qualify row_number() over (order by list_contains($ids, actor_id) desc, article_count desc, mention_count desc, actor, actor_id) <= $most
order by article_count desc, actor, actor_id;
