-- A place's name is the text at its offsets, among what was analysed since $since.
select places.revision_id, places.place_no, places.surface
from facts.places as places
join facts.revisions as revisions using (revision_id)
join ops.analyses as analyses on analyses.revision_id = places.revision_id and analyses.analysed_at >= $since
where substring(revisions.body, places.char_start + 1, places.char_end - places.char_start) <> places.surface;
