-- Near-copies of one text.
-- Grain: one row an article that shares its text with another.
create or replace view copies as
select copies.*, articles.title, articles.outlet, articles.day, articles.url
from facts.copies as copies join articles using (article_id)
where exists (select 1 from facts.copies as other where other.copy_group_id = copies.copy_group_id and other.article_id <> copies.article_id);
comment on view copies is 'Near-copies of one text. Grain: one row an article that shares its text with another.';
comment on column copies.title is 'Headline.';
comment on column copies.outlet is 'Outlet''s name.';
comment on column copies.day is 'Date in the reader''s zone.';
comment on column copies.url is 'Address of the article.';
