-- A mention's surface is the text at its offsets, among what was analysed since $since.
select mentions.revision_id, mentions.mention_no, mentions.surface
from facts.mentions as mentions
join facts.revisions as revisions using (revision_id)
join ops.analyses as analyses on analyses.revision_id = mentions.revision_id and analyses.analysed_at >= $since
where substring(revisions.body, mentions.char_start + 1, mentions.char_end - mentions.char_start) <> mentions.surface;
