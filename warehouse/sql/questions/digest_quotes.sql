-- What was said in the day's articles of some stories, by whom and in what role; each text once, as its origin printed it.
-- Grain: one row a quotation.
with named_roles as (
    select revision_id, actor_id, arg_max(text, (not is_former, length(text), -char_start)) as role
    from roles where day = $day and length(text) <= 60 group by all
)
select articles.story_id, quotes.article_id, quotes.text, quotes.speaker, quotes.speaker_text, quotes.quote_no,
    coalesce(named_roles.role, '') as role, quotes.char_start
from quotes
join articles using (article_id)
left join named_roles on named_roles.revision_id = quotes.revision_id and named_roles.actor_id = quotes.speaker_actor_id
where quotes.day = $day and quotes.kind in ('direct', 'mixed') and list_contains($story_ids, articles.story_id) and coalesce(articles.copy_role, 'origin') = 'origin'
    and quotes.speaker is not null and length(quotes.text) between 30 and 320 and len(string_split(quotes.text, ' ')) >= 6
order by articles.story_id, quotes.article_id, quotes.quote_no;
