-- Requests for pages.
-- Grain: one row a request.
create or replace view fetches as
select * from ops.fetches;
comment on view fetches is 'Requests for pages. Grain: one row a request.';
