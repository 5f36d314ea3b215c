-- A quote's words are the text at its offsets, among what was analysed since $since.
select quotes.revision_id, quotes.quote_no, quotes.text
from facts.quotes as quotes
join facts.revisions as revisions using (revision_id)
join ops.analyses as analyses on analyses.revision_id = quotes.revision_id and analyses.analysed_at >= $since
where substring(revisions.body, quotes.char_start + 1, quotes.char_end - quotes.char_start) <> quotes.text;
