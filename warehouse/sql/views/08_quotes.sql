-- Direct quotations in the newest texts, with their speakers.
-- Grain: one row a quotation.
create or replace view quotes as
select
    sentences.article_id, sentences.outlet, sentences.day, quotes.text, quotes.speaker_text, actors.name as speaker,
    quotes.speaker_actor_id, quotes.cue, quotes.kind, sentences.sentence, quotes.revision_id, quotes.quote_no,
    quotes.sentence_no, quotes.char_start, quotes.char_end, quotes.confidence, quotes.method
from facts.quotes as quotes
join sentences on sentences.revision_id = quotes.revision_id and sentences.sentence_no = quotes.sentence_no
left join facts.actors as actors on actors.actor_id = quotes.speaker_actor_id;
comment on view quotes is 'Direct quotations in the newest texts, with their speakers. Grain: one row a quotation.';
comment on column quotes.article_id is 'Article.';
comment on column quotes.outlet is 'Outlet''s name.';
comment on column quotes.day is 'Date in the reader''s zone.';
comment on column quotes.sentence is 'The sentence that it stands in.';
comment on column quotes.revision_id is 'Revision.';
comment on column quotes.sentence_no is 'Number of the sentence.';
comment on column quotes.char_start is 'Start in body, 0-based code points.';
comment on column quotes.char_end is 'End in body, exclusive.';
comment on column quotes.confidence is '0 to 1.';
comment on column quotes.method is 'What found it.';
comment on column quotes.text is 'The words quoted.';
comment on column quotes.speaker_text is 'The speaker as printed.';
comment on column quotes.speaker is 'The speaker''s name when resolved.';
comment on column quotes.speaker_actor_id is 'Actor who spoke.';
comment on column quotes.cue is 'Verb or phrase of saying.';
comment on column quotes.kind is 'direct or mixed.';
comment on column quotes.quote_no is 'Number of the quotation.';
