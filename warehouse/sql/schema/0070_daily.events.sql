-- The day's events by type: what was counted on that day alone.
-- Grain: one row a day, language, folder and type.
create table daily.events (
    day date not null,
    language varchar not null,
    folder varchar not null,
    type varchar not null,
    event_count integer not null,
    negated_count integer not null,
    article_count integer not null,
    copy_group_count integer not null,
    outlet_count integer not null,
    owner_count integer not null,
    mean_score double not null
);
comment on table daily.events is 'The day''s events by type: what was counted on that day alone. Grain: one row a day, language, folder and type.';
comment on column daily.events.day is 'Day.';
comment on column daily.events.language is 'ISO 639-1 code of the texts that are counted; all: every text.';
comment on column daily.events.folder is 'Folder of the feeds that showed them, the folders above it among them; all: every folder, and none.';
comment on column daily.events.type is 'PLOVER type; empty for statements.';
comment on column daily.events.event_count is 'Events of the type, denied ones among them.';
comment on column daily.events.negated_count is 'Those of them that the text denies.';
comment on column daily.events.article_count is 'Articles that tell of one.';
comment on column daily.events.copy_group_count is 'Different texts that do.';
comment on column daily.events.outlet_count is 'Outlets that do.';
comment on column daily.events.owner_count is 'Owners of those outlets.';
comment on column daily.events.mean_score is 'Mean score on Goldsteins scale, -10 to 10.';
