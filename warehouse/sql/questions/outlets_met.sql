-- Outlets of articles that came out of archives and that no feed has shown, each with one of its addresses.
-- Grain: one row an outlet.
select outlet_id, min(url) as url
from facts.articles anti join facts.entries using (article_id)
group by outlet_id order by outlet_id;
