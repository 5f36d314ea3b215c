-- Empties the summaries of the entries of pruned articles; the entries stay, so that they are known when they come again.
-- Grain: one row a feed and entry.
update facts.entries set summary = '' where summary <> '' and article_id in (select article_id from pruned_articles);
