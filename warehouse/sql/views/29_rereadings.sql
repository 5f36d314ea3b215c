-- What a build of analyse found otherwise in a text than the one before it.
-- Grain: one row a revision, table and build that read it again.
create or replace view rereadings as
select articles.article_id, articles.url, rereadings.*
from ops.rereadings as rereadings
join facts.revisions as revisions using (revision_id)
join facts.articles as articles using (article_id);
comment on view rereadings is 'What a build of analyse found otherwise in a text than the one before it. Grain: one row a revision, table and build that read it again.';
comment on column rereadings.article_id is 'Article.';
comment on column rereadings.url is 'Its address.';
comment on column rereadings.revision_id is 'Revision that was read again.';
comment on column rereadings.table_name is 'Table whose rows are compared.';
comment on column rereadings.from_method_id is 'Build that had read it before.';
comment on column rereadings.to_method_id is 'Build that read it again.';
comment on column rereadings.read_at is 'When.';
comment on column rereadings.same_count is 'Rows that say the same of the same place.';
comment on column rereadings.gained_count is 'Rows at places that had none.';
comment on column rereadings.lost_count is 'Rows whose place has none any more.';
comment on column rereadings.different_count is 'Rows that say something else of the same place.';
