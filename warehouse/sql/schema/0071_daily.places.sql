-- The day's places: what was counted on that day alone.
-- Grain: one row a day, language, folder and place.
create table daily.places (
    day date not null,
    language varchar not null,
    folder varchar not null,
    place_id varchar not null,
    mention_count integer not null,
    article_count integer not null,
    copy_group_count integer not null,
    outlet_count integer not null,
    owner_count integer not null,
    focus_count integer not null,
    article_share double not null
);
comment on table daily.places is 'The day''s places: what was counted on that day alone. Grain: one row a day, language, folder and place.';
comment on column daily.places.day is 'Day.';
comment on column daily.places.language is 'ISO 639-1 code of the texts that are counted; all: every text.';
comment on column daily.places.folder is 'Folder of the feeds that showed them, the folders above it among them; all: every folder, and none.';
comment on column daily.places.place_id is 'GeoNames id; the name of what has none.';
comment on column daily.places.mention_count is 'Mentions as a place, not for those who govern there.';
comment on column daily.places.article_count is 'Articles with one.';
comment on column daily.places.copy_group_count is 'Different texts with one.';
comment on column daily.places.outlet_count is 'Outlets with one.';
comment on column daily.places.owner_count is 'Owners of those outlets.';
comment on column daily.places.focus_count is 'Articles that are about the place.';
comment on column daily.places.article_share is 'Share of the articles of that day, language and folder, 0 to 1.';
