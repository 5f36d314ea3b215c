-- The articles with text of some days, and others, with what they say of where their text comes from; of the others the text too.
-- Grain: one row an article.
with tied as (select unnest($article_ids::varchar[]) as article_id),
wanted as (
    select counted.article_id, counted.revision_id, counted.day as article_day, counted.outlet_id, tied.article_id is not null as is_tied
    from daily.counted_articles as counted
    left join tied on tied.article_id = counted.article_id
    where counted.day in (select unnest($days::date[])) or tied.article_id is not null
),
cited as (
    select revision_id,
        arg_min(outlet_id, citation_no) filter (where relation = 'byline') as credited_id,
        arg_min(text, citation_no) filter (where relation = 'byline') as credited_text,
        arg_min(outlet_id, citation_no) filter (where relation <> 'byline') as cited_id
    from facts.citations semi join wanted using (article_day, revision_id)
    where kind = 'agency' and outlet_id is not null
    group by revision_id
)
select wanted.article_id, wanted.outlet_id, coalesce(articles.published_at, articles.first_seen_at) as published_at,
    case when wanted.is_tied then revisions.body else left(revisions.body, 200) end as body, revisions.byline,
    coalesce(outlets.is_agency, false) as is_agency, cited.credited_id, coalesce(cited.credited_text, '') as credited_text,
    coalesce(articles.canonical_url, '') as canonical_url, cited.cited_id
from wanted
join facts.articles as articles using (article_id)
join facts.revisions as revisions on revisions.article_day = wanted.article_day and revisions.revision_id = wanted.revision_id
left join seeds.outlets as outlets on outlets.outlet_id = wanted.outlet_id
left join cited on cited.revision_id = wanted.revision_id
order by published_at, wanted.article_id;
