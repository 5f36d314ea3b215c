-- The links of the articles that are loaded replace those they had.
-- Grain: one row an article.
insert into ops.touched_days
select distinct articles.day
from facts.articles as articles
join staged_stories as staged using (article_id)
left join facts.stories as known using (article_id)
where known is distinct from staged;

delete from facts.stories where article_id in (select article_id from staged_stories);

insert into facts.stories by name select * from staged_stories;
