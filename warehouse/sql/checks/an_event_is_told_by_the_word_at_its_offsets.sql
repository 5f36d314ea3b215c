-- An event's trigger is the text at its offsets, among what was analysed since $since.
select events.revision_id, events.event_no, events.trigger
from facts.events as events
join facts.revisions as revisions using (revision_id)
join ops.analyses as analyses on analyses.revision_id = events.revision_id and analyses.analysed_at >= $since
where substring(revisions.body, events.char_start + 1, events.char_end - events.char_start) <> events.trigger;
