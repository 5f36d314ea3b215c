-- The day's sentences whose words spoke for some topics: of each article the first, then the others; at most $most a topic.
-- Grain: one row a topic and sentence.
with named as (
    select topic_id as id, article_id, outlet, title, url, published_at, sentence, coalesce(sentence_no, -1) as sentence_no
    from daily.topic_sentences
    where day = $day and language = 'all' and folder = 'all' and counted = 'words' and list_contains($ids, topic_id)
    group by all
),
ranked as (
    select *, row_number() over (partition by id, article_id order by sentence_no, sentence) as turn, count(*) over (partition by id) as sentence_count
    from named
)
select ranked.* exclude (turn), articles.language, articles.revision_no > 1 as is_corrected
from ranked join articles using (article_id)
qualify row_number() over (partition by id order by turn, ranked.published_at, ranked.article_id) <= $most
order by id, turn, ranked.published_at, ranked.article_id;
