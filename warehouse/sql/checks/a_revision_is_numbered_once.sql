-- A revision's number is given once an article, from 1 without gaps.
select article_id, count(*) as revision_count, max(revision_no) as last_no
from facts.revisions
group by article_id
having count(*) <> max(revision_no) or count(distinct revision_no) <> count(*);
