-- A citation's words are the text at its offsets, among what was analysed since $since.
select citations.revision_id, citations.citation_no, citations.text
from facts.citations as citations
join facts.revisions as revisions using (revision_id)
join ops.analyses as analyses on analyses.revision_id = citations.revision_id and analyses.analysed_at >= $since
where substring(revisions.body, citations.char_start + 1, citations.char_end - citations.char_start) <> citations.text;
