-- The day's pairs of actors, each seen from both sides, and the usual: the mean of up to 28 watched days before.
-- Grain: one row a day, actor and other actor.
create or replace view daily_pairs as
with sides as (
    select * from daily.pairs where language = 'all' and folder = 'all'
    union all by name
    select day, language, folder, other_actor_id as actor_id, actor_id as other_actor_id, sentence_count, article_count,
        copy_group_count, outlet_count, owner_count, back_event_count as event_count, back_mean_score as mean_score,
        event_count as back_event_count, mean_score as back_mean_score
    from daily.pairs where language = 'all' and folder = 'all'
)
select counts.day, counts.actor_id, actors.name as actor, counts.other_actor_id, others.name as other_actor,
    counts.sentence_count, counts.article_count, counts.copy_group_count, counts.outlet_count, counts.owner_count,
    counts.event_count, counts.mean_score, counts.back_event_count, counts.back_mean_score,
    coalesce(greatest(0, least(28, counts.day - record.first_day)), 0) as history_day_count,
    coalesce(sum(counts.article_count) filter (where counts.day >= record.first_day) over past, 0)
        / nullif(greatest(0, least(28, counts.day - record.first_day)), 0) as usual_article_count,
    coverage.failed_feed_share
from sides as counts
join facts.actors as actors on actors.actor_id = counts.actor_id
join facts.actors as others on others.actor_id = counts.other_actor_id
cross join daily.record as record
left join daily_coverage_total as coverage on coverage.day = counts.day
window past as (partition by counts.actor_id, counts.other_actor_id order by counts.day range between interval 28 days preceding and interval 1 day preceding);
comment on view daily_pairs is 'The day''s pairs of actors, each seen from both sides, and the usual: the mean of up to 28 watched days before. Grain: one row a day, actor and other actor.';
comment on column daily_pairs.day is 'Day.';
comment on column daily_pairs.actor_id is 'Actor.';
comment on column daily_pairs.actor is 'Name of the actor.';
comment on column daily_pairs.other_actor_id is 'The other actor.';
comment on column daily_pairs.other_actor is 'Name of the other.';
comment on column daily_pairs.sentence_count is 'Sentences that name both, or tell of an event between them.';
comment on column daily_pairs.article_count is 'Articles with such a sentence.';
comment on column daily_pairs.copy_group_count is 'Different texts with one.';
comment on column daily_pairs.outlet_count is 'Outlets with one.';
comment on column daily_pairs.owner_count is 'Owners of those outlets.';
comment on column daily_pairs.event_count is 'Events that the actor does to the other.';
comment on column daily_pairs.mean_score is 'Mean score of those events on Goldsteins scale, -10 to 10; null where there is none.';
comment on column daily_pairs.back_event_count is 'Events that the other does to the actor.';
comment on column daily_pairs.back_mean_score is 'Their mean score; null where there is none.';
comment on column daily_pairs.history_day_count is 'Days that the usual rests on: up to 28, none from before the first poll.';
comment on column daily_pairs.usual_article_count is 'Mean articles a day over those days; null until there is one.';
comment on column daily_pairs.failed_feed_share is 'Share of that day''s polled feeds that failed wholly, 0 to 1.';
