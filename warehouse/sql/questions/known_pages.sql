-- Of some articles: when a page of theirs was last read, and whether their texts were pruned.
-- Grain: one row an article.
select articles.article_id, articles.day < (select text_day from ops.kept) as is_pruned, max(fetches.fetched_at) as read_at
from facts.articles as articles
left join ops.fetches as fetches on fetches.article_id = articles.article_id and fetches.outcome in ('ok', 'unchanged')
where list_contains($article_ids, articles.article_id)
group by articles.article_id, articles.day;
