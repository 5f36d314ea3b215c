-- The day's actors, beside their usual level on such a weekday, and how surely they rose or faded.
-- Grain: one row a day and actor.
create or replace view daily_actors as
select counts.day, counts.actor_id, actors.name as actor, actors.kind, actors.country,
    counts.mention_count, counts.quote_count, counts.quoted_word_count, counts.source_event_count, counts.target_event_count, counts.mean_tone,
    counts.article_count, counts.copy_group_count, counts.outlet_count, counts.owner_count, counts.article_share,
    coalesce(usual.history_day_count, 0) as history_day_count, usual.usual as usual_article_count,
    coverage.failed_feed_share, usual.comparable_count as comparable_article_count, usual.ratio, usual.ratio_low, usual.ratio_high,
    usual.p_value, usual.q_value, coalesce(usual.is_new, false) as is_new, coverage.coverage
from daily.actors as counts
join facts.actors as actors on actors.actor_id = counts.actor_id
left join daily.usual as usual
    on usual.day = counts.day and usual.kind = 'actor' and usual.thing_id = counts.actor_id
left join daily_coverage_total as coverage on coverage.day = counts.day
where counts.language = 'all' and counts.folder = 'all';
comment on view daily_actors is 'The day''s actors, beside their usual level on such a weekday, and how surely they rose or faded. Grain: one row a day and actor.';
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
comment on column daily_actors.history_day_count is 'Days that the usual rests on: up to 4, the same weekdays of the 28 days before; in a young record up to 14, of any weekday; 0 where nothing can be compared.';
comment on column daily_actors.usual_article_count is 'Articles to expect at the level of those days, in feeds that were read then as well; null where nothing can be compared.';
comment on column daily_actors.comparable_article_count is 'Articles of the day from these feeds: what stands beside the usual.';
comment on column daily_actors.ratio is 'comparable_article_count by usual_article_count; null where the usual is zero or there is none.';
comment on column daily_actors.ratio_low is 'Lower end of the 95 % interval of the ratio.';
comment on column daily_actors.ratio_high is 'Upper end of it; null where the past holds nothing that could bound it.';
comment on column daily_actors.p_value is 'How often chance alone would move the count as far from the usual; null where there are too few articles to tell.';
comment on column daily_actors.q_value is 'False discoveries to expect among all things of the day, of every kind, with a q-value as small; null where p_value is.';
comment on column daily_actors.is_new is 'No feed told of it in the 28 days before.';
comment on column daily_actors.coverage is 'Articles that the day''s feeds gave by those they usually give, over all feeds; null where none has a past.';
comment on column daily_actors.failed_feed_share is 'Share of that day''s polled feeds that failed wholly, 0 to 1.';
