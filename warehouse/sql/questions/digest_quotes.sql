-- What was said in the day's articles of some stories, by whom; each text once, as its origin printed it.
-- Grain: one row a quotation.
select articles.story_id, quotes.article_id, quotes.text, quotes.speaker, quotes.speaker_text, quotes.quote_no
from quotes
join articles using (article_id)
where quotes.day = $day and quotes.kind in ('direct', 'mixed') and list_contains($story_ids, articles.story_id) and coalesce(articles.copy_role, 'origin') = 'origin'
    and quotes.speaker is not null and length(quotes.text) between 30 and 320 and len(string_split(quotes.text, ' ')) >= 6
order by articles.story_id, quotes.article_id, quotes.quote_no;
