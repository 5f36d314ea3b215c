-- A revision belongs to an article.
select revision_id, article_id from facts.revisions anti join facts.articles using (article_id);
