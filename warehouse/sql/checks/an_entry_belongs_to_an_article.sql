-- An entry belongs to an article: both are saved together.
select entry_id, article_id from facts.entries anti join facts.articles using (article_id);
