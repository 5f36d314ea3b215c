-- Near-copies of one text, with where it likely comes from.
-- Grain: one row an article that shares its text with another.
create or replace view copies as
select copies.*, articles.title, articles.outlet, articles.day, articles.url, origins.name as origin_outlet,
    credited.name as credited_outlet, cited.name as cited_outlet, articles.canonical_url
from facts.copies as copies join articles using (article_id)
left join seeds.outlets as origins on origins.outlet_id = copies.origin_outlet_id
left join seeds.outlets as credited on credited.outlet_id = copies.credited_outlet_id
left join seeds.outlets as cited on cited.outlet_id = copies.cited_outlet_id
where exists (select 1 from facts.copies as other where other.copy_group_id = copies.copy_group_id and other.article_id <> copies.article_id);
comment on view copies is 'Near-copies of one text, with where it likely comes from. Grain: one row an article that shares its text with another.';
comment on column copies.title is 'Headline.';
comment on column copies.outlet is 'Outlet''s name.';
comment on column copies.day is 'Date in the reader''s zone.';
comment on column copies.url is 'Address of the article.';
comment on column copies.origin_outlet is 'Name of the outlet that the text likely comes from.';
comment on column copies.credited_outlet is 'Name of the agency that its byline or dateline credits.';
comment on column copies.cited_outlet is 'Name of the agency that it cites first.';
comment on column copies.canonical_url is 'Address that the page itself names.';
