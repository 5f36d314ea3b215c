-- What is said, by whom: quotations, indirect speech, scare quotes.
-- Grain: one row a part of an attribution.
alter table facts.quotes add column attribution_no integer;
alter table facts.quotes add column part_no integer;
alter table facts.quotes add column content_start integer;
alter table facts.quotes add column content_end integer;
alter table facts.quotes add column cue_start integer;
alter table facts.quotes add column cue_end integer;
alter table facts.quotes add column cue_class varchar;
alter table facts.quotes add column is_negated boolean;
alter table facts.quotes add column via_text varchar;
alter table facts.quotes add column via_start integer;
alter table facts.quotes add column via_end integer;
update facts.quotes
set attribution_no = quote_no, part_no = 0, content_start = char_start, content_end = char_end, cue_class = '',
    is_negated = false, via_text = '';
alter table facts.quotes alter column attribution_no set not null;
alter table facts.quotes alter column part_no set not null;
alter table facts.quotes alter column content_start set not null;
alter table facts.quotes alter column content_end set not null;
alter table facts.quotes alter column cue_class set not null;
alter table facts.quotes alter column is_negated set not null;
alter table facts.quotes alter column via_text set not null;
comment on table facts.quotes is 'What is said, by whom: quotations, indirect speech, scare quotes. Grain: one row a part of an attribution.';
comment on column facts.quotes.char_start is 'Start in body of the words quoted, of indirect speech of its clause, 0-based code points.';
comment on column facts.quotes.kind is 'direct, mixed (some words quoted), indirect, or scare (in marks, though nobody is said to have said it).';
comment on column facts.quotes.text is 'The words quoted; of indirect speech its clause.';
comment on column facts.quotes.attribution_no is 'The same for all parts of one attribution: of what the cue splits, and of what runs on.';
comment on column facts.quotes.part_no is '0 for the first part of an attribution, 1, ...';
comment on column facts.quotes.content_start is 'Start in body of the whole clause that is reported, with what is quoted in it.';
comment on column facts.quotes.content_end is 'End in body of that clause, exclusive.';
comment on column facts.quotes.cue_start is 'Start of the cue in body; null where none stands there.';
comment on column facts.quotes.cue_end is 'End of the cue in body, exclusive.';
comment on column facts.quotes.cue_class is 'neutral, distancing (claimed), factive (confirmed), demanding (urged), denying (rejected); empty without a known cue.';
comment on column facts.quotes.is_negated is 'It is told that this was not said: "did not say that".';
comment on column facts.quotes.via_text is 'Outlet or reporters that were told, as printed; empty where none.';
comment on column facts.quotes.via_start is 'Start of that in body.';
comment on column facts.quotes.via_end is 'End of that in body, exclusive.';
