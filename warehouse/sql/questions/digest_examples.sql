-- For each of some actors a sentence of the day that names them: of the widest text, the first.
-- Grain: one row an actor.
select mentions.actor_id as id, mentions.sentence, mentions.article_id, articles.outlet, articles.title, articles.url, articles.language,
    coalesce(articles.published_at, articles.first_seen_at) as published_at, articles.revision_no > 1 as is_corrected
from mentions join articles using (article_id)
where mentions.day = $day and list_contains($ids, mentions.actor_id) and length(mentions.sentence) between 40 and 320
    and coalesce(articles.copy_role, 'origin') = 'origin'
qualify row_number() over (
    partition by mentions.actor_id order by mentions.sentence_no, articles.published_at, mentions.article_id, mentions.char_start
) = 1
order by id;
