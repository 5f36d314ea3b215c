-- Notes whose texts and which moments lie before the day $before, in the zone of days.
-- Grain: one row an article.
create or replace temp table pruned_articles as select article_id from facts.articles where day < $before;
