-- What the day's articles of some stories count: people, things and victims, each text once.
-- Grain: one row an amount.
select articles.story_id, quantities.article_id, articles.outlet, articles.title, articles.url, articles.language,
    coalesce(articles.published_at, articles.first_seen_at) as published_at, articles.revision_no > 1 as is_corrected,
    quantities.kind, quantities.object, quantities.surface, quantities.value, quantities.low, quantities.high,
    quantities.place, quantities.sentence, quantities.char_start
from quantities
join articles using (article_id)
where quantities.day = $day and list_contains($story_ids, articles.story_id) and quantities.kind in ('casualties', 'count')
    and quantities.object <> '' and quantities.change = ''
    and coalesce(articles.copy_role, 'origin') = 'origin' and quantities.modifier not in ('vague', 'range') and coalesce(quantities.value, quantities.low, quantities.high) is not null
order by articles.story_id, published_at, quantities.article_id, quantities.char_start;
