-- The day's actors: what was counted on that day alone.
-- Grain: one row a day, language, folder and actor.
alter table daily.actors add column language varchar;
alter table daily.actors add column folder varchar;
alter table daily.actors add column quoted_word_count integer;
alter table daily.actors add column source_event_count integer;
alter table daily.actors add column target_event_count integer;
alter table daily.actors add column mean_tone double;
alter table daily.actors alter column language type varchar using 'all';
alter table daily.actors alter column folder type varchar using 'all';
alter table daily.actors alter column language set not null;
alter table daily.actors alter column folder set not null;
insert into ops.touched_days select distinct day from facts.articles;
comment on table daily.actors is 'The day''s actors: what was counted on that day alone. Grain: one row a day, language, folder and actor.';
comment on column daily.actors.language is 'ISO 639-1 code of the texts that are counted; all: every text.';
comment on column daily.actors.folder is 'Folder of the feeds that showed them, the folders above it among them; all: every folder, and none.';
comment on column daily.actors.quoted_word_count is 'Words in those quotes; null for days counted by an earlier version whose texts are gone.';
comment on column daily.actors.source_event_count is 'Events that the actor does; null likewise.';
comment on column daily.actors.target_event_count is 'Events that are done to the actor, or with; null likewise.';
comment on column daily.actors.mean_tone is 'Mean over the articles of the tone towards the actor, -1 to 1; null where none was read.';
comment on column daily.actors.article_share is 'Share of the articles of that day, language and folder, 0 to 1.';
