-- The first sentences of some of the day's articles, without headings.
-- Grain: one row a sentence.
select sentences.article_id, row_number() over (partition by sentences.article_id order by sentences.sentence_no) - 1 as place,
    sentences.sentence
from sentences
where sentences.day = $day and list_contains($article_ids, sentences.article_id) and sentences.sentence_no < 40
qualify place < 20
order by sentences.article_id, place;
