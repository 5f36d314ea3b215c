-- The texts of some articles, to say where they fit a rule.
-- Grain: one row an article.
select counted.article_id, revisions.title, revisions.body, revisions.lede, revisions.lede_start,
    coalesce((select list({'text': quotes.text, 'start': quotes.char_start} order by quotes.quote_no) from facts.quotes as quotes
        where quotes.revision_id = counted.revision_id and quotes.kind <> 'scare'), []) as quotes,
    coalesce((select list({'no': sentences.sentence_no, 'start': sentences.char_start, 'end': sentences.char_end}
        order by sentences.sentence_no) from facts.sentences as sentences
        where sentences.revision_id = counted.revision_id), []) as sentences
from daily.counted_articles as counted
join facts.revisions as revisions using (revision_id)
where counted.article_id in (select unnest($article_ids))
order by counted.article_id;
