-- Amounts: what is counted or measured, and within which bounds.
-- Grain: one row an amount.
create table facts.quantities (
    revision_id varchar not null,
    quantity_no integer not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    surface varchar not null,
    kind varchar not null,
    value double,
    low double,
    high double,
    modifier varchar not null,
    unit varchar not null,
    object varchar not null,
    change varchar not null,
    from_value double,
    to_value double,
    place varchar not null,
    place_mention_no integer,
    confidence double not null,
    method varchar not null
);
comment on table facts.quantities is 'Amounts: what is counted or measured, and within which bounds. Grain: one row an amount.';
comment on column facts.quantities.revision_id is 'Revision.';
comment on column facts.quantities.quantity_no is '0, 1, ...';
comment on column facts.quantities.sentence_no is 'Sentence that it stands in.';
comment on column facts.quantities.char_start is 'Start in body, 0-based code points.';
comment on column facts.quantities.char_end is 'End in body, exclusive.';
comment on column facts.quantities.surface is 'The words, as printed: with modifier and unit, without the object.';
comment on column facts.quantities.kind is 'count, casualties, money, percent, change, ratio, distance, area, weight, volume, temperature, speed, power, duration or age.';
comment on column facts.quantities.value is 'The number said: shares from 0 to 1, money in whole units; null of ranges, and where none is said ("dozens").';
comment on column facts.quantities.low is 'The least that is meant; null where it is open.';
comment on column facts.quantities.high is 'The most that is meant; null where it is open.';
comment on column facts.quantities.modifier is 'over, at_least, about, nearly, up_to, under, exactly, range or vague; empty where none.';
comment on column facts.quantities.unit is 'Unit, or the ISO 4217 code of money (XXX where the word fits several); empty of counts.';
comment on column facts.quantities.object is 'What is counted, as printed, with killed, injured or missing behind it; empty where it is not said beside it.';
comment on column facts.quantities.change is 'up or down, where it says how something rose or fell; empty elsewhere.';
comment on column facts.quantities.from_value is 'Where that began.';
comment on column facts.quantities.to_value is 'Where that ended.';
comment on column facts.quantities.place is 'Place that is stated with it, as printed; empty where none.';
comment on column facts.quantities.place_mention_no is 'Mention of that place.';
comment on column facts.quantities.confidence is '0 to 1.';
comment on column facts.quantities.method is 'What found it.';
