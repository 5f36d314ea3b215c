-- Every version of every article's text.
-- Grain: one row a version.
create or replace view revisions as
select revisions.*, articles.url, articles.day, coalesce(outlets.name, '') as outlet
from facts.revisions as revisions
join facts.articles as articles using (article_id)
left join seeds.outlets as outlets using (outlet_id);
comment on view revisions is 'Every version of every article''s text. Grain: one row a version.';
comment on column revisions.url is 'Address of the article.';
comment on column revisions.day is 'Date in the reader''s zone.';
comment on column revisions.outlet is 'Outlet''s name.';
