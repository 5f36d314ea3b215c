-- Notes the versions of the articles that are pruned.
-- Grain: one row a version.
create or replace temp table pruned_revisions as
select revision_id from facts.revisions semi join pruned_articles using (article_id);
