-- Pages that gave no article, and why.
-- Grain: one row a rejected page.
create or replace view rejections as
select rejections.*, coalesce(outlets.name, '') as outlet, articles.day
from ops.rejections as rejections
left join facts.articles as articles using (article_id)
left join seeds.outlets as outlets using (outlet_id);
comment on view rejections is 'Pages that gave no article, and why. Grain: one row a rejected page.';
comment on column rejections.outlet is 'Outlet''s name.';
comment on column rejections.day is 'Date in the reader''s zone.';
