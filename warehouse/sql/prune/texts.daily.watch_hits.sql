-- Removes the hits of watchlists in the pruned articles; what was counted of them stays.
-- Grain: one row a watchlist and article.
delete from daily.watch_hits where article_id in (select article_id from pruned_articles);
