-- The day's articles, of some outlets, of some stories, or all: each with its first sentence; at most $most of each.
-- Grain: one row a thing and article.
with first_sentences as (
    select article_id, arg_min(sentence, sentence_no) as sentence from sentences where day = $day group by article_id
),
counted as (
    select articles.*, coalesce(articles.published_at, articles.first_seen_at) as shown_at, first_sentences.sentence
    from articles join first_sentences using (article_id)
    where articles.day = $day and articles.state = 'read'
),
wanted as (
    select outlet_id as id, * from counted where list_contains($ids, outlet_id)
    union all
    select story_id, * from counted where list_contains($ids, story_id)
    union all
    select 'day', * from counted where list_contains($ids, 'day')
)
select id, article_id, outlet, title, url, language, shown_at as published_at, revision_no > 1 as is_corrected, sentence,
    count(*) over (partition by id) as sentence_count
from wanted
qualify row_number() over (partition by id order by shown_at, article_id) <= $most
order by id, published_at, article_id;
