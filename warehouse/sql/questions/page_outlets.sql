-- Outlets of the day that get a page: those with most articles.
-- Grain: one row an outlet.
select outlet_id as id, coalesce(outlet, outlet_id) as name, 'outlet' as kind, article_count, copy_group_count, 1 as outlet_count, 1 as owner_count,
    usual_article_count, own_text_count, word_count, quote_count, event_count, mean_tone
from daily_outlets
where day = $day
qualify row_number() over (order by article_count desc, outlet, outlet_id) <= $most
order by article_count desc, outlet, outlet_id;
