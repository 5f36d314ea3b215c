-- The day's articles by outlet.
-- Grain: one row a day and outlet.
create table daily.articles (
    day date not null,
    outlet_id varchar not null,
    article_count integer not null,
    word_count bigint not null,
    copy_group_count integer not null
);
comment on table daily.articles is 'The day''s articles by outlet. Grain: one row a day and outlet.';
comment on column daily.articles.day is 'Day.';
comment on column daily.articles.outlet_id is 'Outlet.';
comment on column daily.articles.article_count is 'Articles with text.';
comment on column daily.articles.word_count is 'Words in them.';
comment on column daily.articles.copy_group_count is 'Different texts among them.';
