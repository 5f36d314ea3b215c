-- Sentences of the newest texts.
-- Grain: one row a sentence.
create or replace view sentences as
select
    counted.article_id, outlets.name as outlet, counted.day, sentences.revision_id, sentences.sentence_no,
    substring(revisions.body, sentences.char_start + 1, sentences.char_end - sentences.char_start) as sentence,
    sections.label as section, sentences.is_lede, sentences.char_start, sentences.char_end
from daily.counted_articles as counted
join facts.revisions as revisions on revisions.article_day = counted.day and revisions.revision_id = counted.revision_id and revisions.article_id = counted.article_id
join facts.sentences as sentences on sentences.article_day = counted.day and sentences.revision_id = counted.revision_id
left join facts.sections as sections
    on sections.article_day = sentences.article_day and sections.revision_id = sentences.revision_id and sections.section_no = sentences.section_no
left join seeds.outlets as outlets on outlets.outlet_id = counted.outlet_id;
comment on view sentences is 'Sentences of the newest texts. Grain: one row a sentence.';
comment on column sentences.article_id is 'Article.';
comment on column sentences.outlet is 'Outlet''s name.';
comment on column sentences.day is 'Date in the reader''s zone.';
comment on column sentences.revision_id is 'Revision.';
comment on column sentences.sentence_no is 'Number of the sentence.';
comment on column sentences.sentence is 'The sentence that it stands in.';
comment on column sentences.char_start is 'Start in body, 0-based code points.';
comment on column sentences.char_end is 'End in body, exclusive.';
comment on column sentences.section is 'Label of the section that it stands in.';
comment on column sentences.is_lede is 'Whether it is part of the lede.';
