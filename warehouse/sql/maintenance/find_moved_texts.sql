-- Texts whose article is no longer of the day that they say.
-- Grain: one row a version.
create or replace temp table moved_texts as
select revisions.revision_id, revisions.article_day as former_day, articles.day
from facts.revisions as revisions join facts.articles as articles using (article_id)
where revisions.article_day <> articles.day;
