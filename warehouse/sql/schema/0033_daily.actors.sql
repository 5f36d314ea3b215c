-- The day's actors: what was counted on that day alone.
-- Grain: one row a day and actor.
create table daily.actors (
    day date not null,
    actor_id varchar not null,
    mention_count integer not null,
    article_count integer not null,
    copy_group_count integer not null,
    outlet_count integer not null,
    owner_count integer not null,
    quote_count integer not null,
    article_share double not null
);
comment on table daily.actors is 'The day''s actors: what was counted on that day alone. Grain: one row a day and actor.';
comment on column daily.actors.day is 'Day.';
comment on column daily.actors.actor_id is 'Actor.';
comment on column daily.actors.mention_count is 'Mentions.';
comment on column daily.actors.article_count is 'Articles with a mention.';
comment on column daily.actors.copy_group_count is 'Different texts with a mention.';
comment on column daily.actors.outlet_count is 'Outlets with a mention.';
comment on column daily.actors.owner_count is 'Owners of those outlets.';
comment on column daily.actors.quote_count is 'Quotes of the actor.';
comment on column daily.actors.article_share is 'Share of the day''s articles, 0 to 1.';
