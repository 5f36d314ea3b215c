-- What is said in the newest texts, by whom: quotations, indirect speech, scare quotes.
-- Grain: one row a part of an attribution.
create or replace view quotes as
select
    sentences.article_id, sentences.outlet, sentences.day, quotes.text, quotes.speaker_text, actors.name as speaker,
    case when settled.reason is null then quotes.speaker_actor_id else settled.actor_id end as speaker_actor_id, quotes.cue, quotes.kind, sentences.sentence, quotes.revision_id, quotes.quote_no,
    quotes.sentence_no, quotes.char_start, quotes.char_end, quotes.confidence, quotes.method, quotes.cue_class,
    quotes.is_negated, quotes.via_text, quotes.attribution_no, quotes.part_no, quotes.speaker_start,
    quotes.speaker_end, quotes.cue_start, quotes.cue_end, quotes.content_start, quotes.content_end
from facts.quotes as quotes
join sentences on sentences.day = quotes.article_day and sentences.revision_id = quotes.revision_id and sentences.sentence_no = quotes.sentence_no
left join daily.settled_actors as settled
    on settled.revision_id = quotes.revision_id and settled.read_actor_id = quotes.speaker_actor_id
left join facts.actors as actors
    on actors.actor_id = case when settled.reason is null then quotes.speaker_actor_id else settled.actor_id end;
comment on view quotes is 'What is said in the newest texts, by whom: quotations, indirect speech, scare quotes. Grain: one row a part of an attribution.';
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
comment on column quotes.text is 'The words quoted; of indirect speech its clause.';
comment on column quotes.speaker_text is 'The speaker as printed; empty where none was found.';
comment on column quotes.speaker is 'The speaker''s name when resolved.';
comment on column quotes.speaker_actor_id is 'Actor who spoke.';
comment on column quotes.cue is 'Verb or phrase of saying.';
comment on column quotes.kind is 'direct, mixed (some words quoted), indirect, or scare (in marks, though nobody is said to have said it).';
comment on column quotes.quote_no is 'Number of the row in its text.';
comment on column quotes.cue_class is 'neutral, distancing (claimed), factive (confirmed), demanding (urged), denying (rejected); empty without a known cue.';
comment on column quotes.is_negated is 'It is told that this was not said: "did not say that".';
comment on column quotes.via_text is 'Outlet or reporters that were told, as printed; empty where none.';
comment on column quotes.attribution_no is 'The same for all parts of one attribution: of what the cue splits, and of what runs on.';
comment on column quotes.part_no is '0 for the first part of an attribution, 1, ...';
comment on column quotes.speaker_start is 'Start of the speaker in body; null where none was found.';
comment on column quotes.speaker_end is 'End of the speaker in body.';
comment on column quotes.cue_start is 'Start of the cue in body; null where none stands there.';
comment on column quotes.cue_end is 'End of the cue in body, exclusive.';
comment on column quotes.content_start is 'Start in body of the whole clause that is reported, with what is quoted in it.';
comment on column quotes.content_end is 'End in body of that clause, exclusive.';
