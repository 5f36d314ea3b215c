-- What some actors said on the day, and what was said in articles on some topics and of some outlets; each text once.
-- Grain: one row a thing and quotation.
with named_roles as (
    select revision_id, actor_id, arg_max(text, (not is_former, length(text), -char_start)) as role
    from roles where day = $day and length(text) <= 60 group by all
),
said as (
    select quotes.*, articles.outlet_id, articles.title, articles.url, articles.language, articles.revision_no > 1 as is_corrected,
        coalesce(articles.published_at, articles.first_seen_at) as published_at, coalesce(named_roles.role, '') as role
    from quotes
    join articles using (article_id)
    left join named_roles on named_roles.revision_id = quotes.revision_id and named_roles.actor_id = quotes.speaker_actor_id
    where quotes.day = $day and quotes.kind in ('direct', 'mixed') and quotes.speaker is not null and coalesce(articles.copy_role, 'origin') = 'origin'
        and length(quotes.text) between 20 and 400
),
wanted as (
    select speaker_actor_id as id, * from said where list_contains($ids, speaker_actor_id)
    union all
    select outlet_id, * from said where list_contains($ids, outlet_id)
    union all
    select topics.topic_id, said.* from said join topics on topics.article_id = said.article_id
    where topics.day = $day and list_contains($ids, topics.topic_id)
),
ranked as (
    select *, row_number() over (partition by id, article_id, speaker order by length(text) desc, quote_no) as turn from wanted
)
select id, article_id, outlet, title, url, language, published_at, is_corrected, text, speaker, role
from ranked
qualify row_number() over (partition by id order by turn, published_at, article_id, quote_no) <= $most
order by id, published_at, article_id, quote_no;
