-- Labelled sections of the newest texts.
-- Grain: one row a section.
create or replace view sections as
select counted.article_id, outlets.name as outlet, counted.day, sections.label, sections.normal_label,
    substring(revisions.body, sections.char_start + 1, sections.char_end - sections.char_start) as text,
    sections.revision_id, sections.section_no, sections.char_start, sections.char_end
from daily.counted_articles as counted
join facts.revisions as revisions on revisions.article_day = counted.day and revisions.revision_id = counted.revision_id and revisions.article_id = counted.article_id
join facts.sections as sections on sections.article_day = counted.day and sections.revision_id = counted.revision_id
left join seeds.outlets as outlets on outlets.outlet_id = counted.outlet_id;
comment on view sections is 'Labelled sections of the newest texts. Grain: one row a section.';
comment on column sections.article_id is 'Article.';
comment on column sections.outlet is 'Outlet''s name.';
comment on column sections.day is 'Date in the reader''s zone.';
comment on column sections.revision_id is 'Revision.';
comment on column sections.char_start is 'Start in body, 0-based code points.';
comment on column sections.char_end is 'End in body, exclusive.';
comment on column sections.label is 'Label as printed.';
comment on column sections.normal_label is 'Label in lower case without punctuation.';
comment on column sections.text is 'Text of the section.';
comment on column sections.section_no is 'Number of the section.';
