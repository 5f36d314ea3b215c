-- The sentences of some revisions, in order.
-- Grain: one row a sentence.
select sentences.revision_id, substring(revisions.body, sentences.char_start + 1, sentences.char_end - sentences.char_start) as sentence
from facts.sentences as sentences
join facts.revisions as revisions using (revision_id)
where list_contains($revision_ids, sentences.revision_id)
order by sentences.revision_id, sentences.sentence_no;
