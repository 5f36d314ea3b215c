-- A date's words are the text at its offsets, and its days are in order, among what was analysed since $since.
select dates.revision_id, dates.date_no, dates.surface
from facts.dates as dates
join facts.revisions as revisions using (revision_id)
join ops.analyses as analyses on analyses.revision_id = dates.revision_id and analyses.analysed_at >= $since
where substring(revisions.body, dates.char_start + 1, dates.char_end - dates.char_start) <> dates.surface
    or dates.end_day < dates.start_day;
