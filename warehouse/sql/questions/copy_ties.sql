-- What ties the articles of some days to those that print the same text, and these to others.
-- Grain: one row an article that prints another's text.
with recursive both_ways as (
    select article_id, tied_id from facts.copy_ties where tied_id is not null
    union all
    select tied_id, article_id from facts.copy_ties where tied_id is not null
),
reached as (
    select article_id from facts.articles semi join both_ways using (article_id) where day in (select unnest($days::date[]))
    union
    select both_ways.tied_id from reached join both_ways using (article_id)
)
select article_id, tied_id from facts.copy_ties semi join reached using (article_id) where tied_id is not null order by article_id;
