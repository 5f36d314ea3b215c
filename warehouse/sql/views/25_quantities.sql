-- Amounts in the newest texts: what is counted or measured, and within which bounds.
-- Grain: one row an amount.
create or replace view quantities as
select
    sentences.article_id, sentences.outlet, sentences.day, quantities.surface, quantities.kind, quantities.value, quantities.low,
    quantities.high, quantities.modifier, quantities.unit, quantities.object, quantities.change, quantities.from_value,
    quantities.to_value, quantities.place, sentences.sentence, quantities.revision_id, quantities.quantity_no,
    quantities.sentence_no, quantities.char_start, quantities.char_end, quantities.place_mention_no, quantities.confidence,
    quantities.method
from facts.quantities as quantities
join sentences on sentences.day = quantities.article_day and sentences.revision_id = quantities.revision_id and sentences.sentence_no = quantities.sentence_no;
comment on view quantities is 'Amounts in the newest texts: what is counted or measured, and within which bounds. Grain: one row an amount.';
comment on column quantities.article_id is 'Article.';
comment on column quantities.outlet is 'Outlet''s name.';
comment on column quantities.day is 'Date in the reader''s zone.';
comment on column quantities.sentence is 'The sentence that it stands in.';
comment on column quantities.revision_id is 'Revision.';
comment on column quantities.quantity_no is 'Number of the amount.';
comment on column quantities.sentence_no is 'Number of the sentence.';
comment on column quantities.char_start is 'Start in body, 0-based code points.';
comment on column quantities.char_end is 'End in body, exclusive.';
comment on column quantities.surface is 'The words, as printed: with modifier and unit, without the object.';
comment on column quantities.kind is 'count, casualties, money, percent, change, ratio, distance, area, weight, volume, temperature, speed, power, duration or age.';
comment on column quantities.value is 'The number said: shares from 0 to 1, money in whole units; null of ranges, and where none is said ("dozens").';
comment on column quantities.low is 'The least that is meant; null where it is open.';
comment on column quantities.high is 'The most that is meant; null where it is open.';
comment on column quantities.modifier is 'over, at_least, about, nearly, up_to, under, exactly, range or vague; empty where none.';
comment on column quantities.unit is 'Unit, or the ISO 4217 code of money (XXX where the word fits several); empty of counts.';
comment on column quantities.object is 'What is counted, as printed, with killed, injured or missing behind it; empty where it is not said beside it.';
comment on column quantities.change is 'up or down, where it says how something rose or fell; empty elsewhere.';
comment on column quantities.from_value is 'Where that began.';
comment on column quantities.to_value is 'Where that ended.';
comment on column quantities.place is 'Place that is stated with it, as printed; empty where none.';
comment on column quantities.place_mention_no is 'Mention of that place.';
comment on column quantities.confidence is '0 to 1.';
comment on column quantities.method is 'What found it.';
