-- The day's pairs of actors, each seen from both sides, beside their usual level, and how surely they rose or faded.
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
    coalesce(usual.history_day_count, 0) as history_day_count, usual.usual as usual_article_count,
    coverage.failed_feed_share, usual.comparable_count as comparable_article_count, usual.ratio, usual.ratio_low, usual.ratio_high,
    usual.p_value, usual.q_value, coalesce(usual.is_new, false) as is_new, coverage.coverage
from sides as counts
join facts.actors as actors on actors.actor_id = counts.actor_id
join facts.actors as others on others.actor_id = counts.other_actor_id
left join daily.usual as usual
    on usual.day = counts.day and usual.kind = 'pair' and usual.thing_id = least(counts.actor_id, counts.other_actor_id)
    and usual.other_id = greatest(counts.actor_id, counts.other_actor_id)
left join daily_coverage_total as coverage on coverage.day = counts.day;
comment on view daily_pairs is 'The day''s pairs of actors, each seen from both sides, beside their usual level, and how surely they rose or faded. Grain: one row a day, actor and other actor.';
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
comment on column daily_pairs.history_day_count is 'Days that the usual rests on: up to 4, the same weekdays of the 28 days before; in a young record up to 14, of any weekday; 0 where nothing can be compared.';
comment on column daily_pairs.usual_article_count is 'Articles to expect at the level of those days, in feeds that were read then as well; null where nothing can be compared.';
comment on column daily_pairs.comparable_article_count is 'Articles of the day from these feeds: what stands beside the usual.';
comment on column daily_pairs.ratio is 'comparable_article_count by usual_article_count; null where the usual is zero or there is none.';
comment on column daily_pairs.ratio_low is 'Lower end of the 95 % interval of the ratio.';
comment on column daily_pairs.ratio_high is 'Upper end of it; null where the past holds nothing that could bound it.';
comment on column daily_pairs.p_value is 'How often chance alone would move the count as far from the usual; null where there are too few articles to tell.';
comment on column daily_pairs.q_value is 'False discoveries to expect among all things of the day, of every kind, with a q-value as small; null where p_value is.';
comment on column daily_pairs.is_new is 'No feed told of it in the 28 days before.';
comment on column daily_pairs.coverage is 'Articles that the day''s feeds gave by those they usually give, over all feeds; null where none has a past.';
comment on column daily_pairs.failed_feed_share is 'Share of that day''s polled feeds that failed wholly, 0 to 1.';
