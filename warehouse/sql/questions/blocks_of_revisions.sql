-- Paragraphs and sections of revisions, in order.
-- Grain: one row a paragraph or section.
select revision_id, 'paragraph' as part, paragraph_no as no, kind as label, '' as normal_label, 0 as label_start, 0 as label_end, char_start, char_end
from facts.paragraphs where list_contains($revision_ids, revision_id)
union all
select revision_id, 'section', section_no, label, normal_label, label_start, label_end, char_start, char_end
from facts.sections where list_contains($revision_ids, revision_id)
order by revision_id, part, no;
