-- An article has at most one newest revision, and at most one newest text.
select article_id, count(*) filter (where seen_to is null) as newest_count, count(*) filter (where is_newest) as text_count
from facts.revisions
where seen_to is null or is_newest
group by article_id
having count(*) filter (where seen_to is null) > 1 or count(*) filter (where is_newest) > 1;
