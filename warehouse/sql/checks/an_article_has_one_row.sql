-- An article has one row, however many feeds carry it.
select article_id, count(*) as row_count from facts.articles group by article_id having count(*) > 1;
