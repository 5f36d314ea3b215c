-- The day's topics: what was counted on that day alone.
-- Grain: one row a day, language, folder and topic.
alter table daily.topics add column language varchar;
alter table daily.topics add column folder varchar;
alter table daily.topics add column mean_tone double;
alter table daily.topics alter column language type varchar using 'all';
alter table daily.topics alter column folder type varchar using 'all';
alter table daily.topics alter column language set not null;
alter table daily.topics alter column folder set not null;
comment on table daily.topics is 'The day''s topics: what was counted on that day alone. Grain: one row a day, language, folder and topic.';
comment on column daily.topics.language is 'ISO 639-1 code of the texts that are counted; all: every text.';
comment on column daily.topics.folder is 'Folder of the feeds that showed them, the folders above it among them; all: every folder, and none.';
comment on column daily.topics.mean_tone is 'Mean tone of the articles, -1 to 1; null where none was read.';
comment on column daily.topics.article_share is 'Share of the articles of that day, language and folder, 0 to 1.';
