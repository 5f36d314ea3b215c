-- What is said of an article replaces what was said of it. Articles that are another under a second address go.
-- Grain: one row an article.
insert into ops.touched_days
select distinct articles.day
from facts.articles as articles
join staged_copies as staged using (article_id)
left join facts.copies as known using (article_id)
where known is distinct from staged;

delete from facts.copies
where article_id in (
    select staged.article_id from staged_copies as staged
    join facts.copies as known using (article_id) where known is distinct from staged
    union all
    select article_id from facts.articles where same_as_id is not null
);

insert into facts.copies by name select staged.* from staged_copies as staged anti join facts.copies using (article_id);
