-- The day's actors, and the usual: the mean of up to 28 watched days before, days without counted as zero.
-- Grain: one row a day and actor.
create or replace view daily_actors as
select counts.day, counts.actor_id, actors.name as actor, actors.kind, actors.country,
    counts.mention_count, counts.quote_count, counts.quoted_word_count, counts.source_event_count, counts.target_event_count, counts.mean_tone,
    counts.article_count, counts.copy_group_count, counts.outlet_count, counts.owner_count, counts.article_share,
    coalesce(greatest(0, least(28, counts.day - record.first_day)), 0) as history_day_count,
    coalesce(sum(counts.article_count) filter (where counts.day >= record.first_day) over past, 0)
        / nullif(greatest(0, least(28, counts.day - record.first_day)), 0) as usual_article_count,
    coverage.failed_feed_share
from daily.actors as counts
join facts.actors as actors on actors.actor_id = counts.actor_id
cross join daily.record as record
left join daily_coverage_total as coverage on coverage.day = counts.day
where counts.language = 'all' and counts.folder = 'all'
window past as (partition by counts.actor_id order by counts.day range between interval 28 days preceding and interval 1 day preceding);
comment on view daily_actors is 'The day''s actors, and the usual: the mean of up to 28 watched days before, days without counted as zero. Grain: one row a day and actor.';
comment on column daily_actors.day is 'Day.';
comment on column daily_actors.actor is 'Name of the actor.';
comment on column daily_actors.kind is 'person, organisation, country, group or place.';
comment on column daily_actors.country is 'ISO 3166 alpha-2 code.';
comment on column daily_actors.mention_count is 'Mentions.';
comment on column daily_actors.quote_count is 'Quotes of the actor.';
comment on column daily_actors.quoted_word_count is 'Words in those quotes.';
comment on column daily_actors.source_event_count is 'Events that the actor does.';
comment on column daily_actors.target_event_count is 'Events that are done to the actor, or with.';
comment on column daily_actors.mean_tone is 'Mean over the articles of the tone towards the actor, -1 to 1; null where none was read.';
comment on column daily_actors.actor_id is 'Actor.';
comment on column daily_actors.article_count is 'Articles.';
comment on column daily_actors.copy_group_count is 'Different texts.';
comment on column daily_actors.outlet_count is 'Outlets.';
comment on column daily_actors.owner_count is 'Owners of those outlets.';
comment on column daily_actors.article_share is 'Share of the day''s articles, 0 to 1.';
comment on column daily_actors.history_day_count is 'Days that the usual rests on: up to 28, none from before the first poll.';
comment on column daily_actors.usual_article_count is 'Mean articles a day over those days; null until there is one.';
comment on column daily_actors.failed_feed_share is 'Share of that day''s polled feeds that failed wholly, 0 to 1.';
