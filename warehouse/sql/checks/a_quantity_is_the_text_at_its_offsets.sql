-- A quantity's words are the text at its offsets, and its bounds are in order, among what was analysed since $since.
select quantities.revision_id, quantities.quantity_no, quantities.surface
from facts.quantities as quantities
join facts.revisions as revisions using (revision_id)
join ops.analyses as analyses on analyses.revision_id = quantities.revision_id and analyses.analysed_at >= $since
where substring(revisions.body, quantities.char_start + 1, quantities.char_end - quantities.char_start) <> quantities.surface
    or quantities.high < quantities.low;
