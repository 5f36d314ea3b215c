-- An article has at most one newest revision.
select article_id, count(*) as newest_count from facts.revisions where seen_to is null group by article_id having count(*) > 1;
