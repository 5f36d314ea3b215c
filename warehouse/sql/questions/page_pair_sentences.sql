-- The day's sentences that name both actors of some pairs, or tell of an event between them: of each article the first, then the others; at most $most a pair.
-- Grain: one row a pair and sentence.
with named as (
    select actor_id || ' ' || other_actor_id as id, article_id, outlet, title, url, published_at, sentence, sentence_no
    from daily.pair_sentences
    where day = $day and language = 'all' and folder = 'all' and counted = 'sentences' and actor_id < other_actor_id
        and list_contains($ids, actor_id || ' ' || other_actor_id)
    group by all
),
ranked as (
    select *, row_number() over (partition by id, article_id order by sentence_no) as turn, count(*) over (partition by id) as sentence_count
    from named
)
select ranked.* exclude (turn), articles.language, articles.revision_no > 1 as is_corrected
from ranked join articles using (article_id)
qualify row_number() over (partition by id order by turn, ranked.published_at, ranked.article_id) <= $most
order by id, turn, ranked.published_at, ranked.article_id;
