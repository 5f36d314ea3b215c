-- The links of the articles that are loaded replace those they had.
-- Grain: one row an article.
insert into ops.touched_days
select distinct articles.day
from facts.articles as articles
join staged_copies as staged using (article_id)
left join facts.copies as known using (article_id)
where known is distinct from staged;

delete from facts.copies where article_id in (select article_id from staged_copies);

insert into facts.copies by name select * from staged_copies;
