-- The day's outlets: what was counted on that day alone.
-- Grain: one row a day, language, folder and outlet.
create table daily.outlets (
    day date not null,
    language varchar not null,
    folder varchar not null,
    outlet_id varchar not null,
    article_count integer not null,
    copy_group_count integer not null,
    own_text_count integer,
    word_count bigint not null,
    quote_count integer,
    event_count integer,
    mean_tone double,
    article_share double not null
);
insert into daily.outlets by name
select day, 'all' as language, 'all' as folder, outlet_id, article_count, copy_group_count, word_count,
    article_count / sum(article_count) over (partition by day) as article_share
from daily.articles;
drop table daily.articles;
comment on table daily.outlets is 'The day''s outlets: what was counted on that day alone. Grain: one row a day, language, folder and outlet.';
comment on column daily.outlets.day is 'Day.';
comment on column daily.outlets.language is 'ISO 639-1 code of the texts that are counted; all: every text.';
comment on column daily.outlets.folder is 'Folder of the feeds that showed them, the folders above it among them; all: every folder, and none.';
comment on column daily.outlets.outlet_id is 'Outlet.';
comment on column daily.outlets.article_count is 'Articles with text.';
comment on column daily.outlets.copy_group_count is 'Different texts among them.';
comment on column daily.outlets.own_text_count is 'Texts among them that no other outlet had before; null for days counted by an earlier version whose texts are gone.';
comment on column daily.outlets.word_count is 'Words in them.';
comment on column daily.outlets.quote_count is 'Direct and mixed quotes in them; null likewise.';
comment on column daily.outlets.event_count is 'Events that they tell of; null likewise.';
comment on column daily.outlets.mean_tone is 'Mean tone of the articles, -1 to 1; null where none was read.';
comment on column daily.outlets.article_share is 'Share of the articles of that day, language and folder, 0 to 1.';
