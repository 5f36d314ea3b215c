-- Expressions of time in the newest texts, with the days that they name.
-- Grain: one row an expression.
create or replace view dates as
select
    sentences.article_id, sentences.outlet, sentences.day, dates.surface, dates.kind, dates.value, dates.mod, dates.bound,
    dates.start_day, dates.end_day, dates.moment_at, dates.is_relative, dates.anchor_day, dates.anchor_source,
    dates.alternatives, sentences.sentence, dates.revision_id, dates.date_no, dates.sentence_no, dates.char_start,
    dates.char_end, dates.confidence, dates.method
from facts.dates as dates
join sentences on sentences.day = dates.article_day and sentences.revision_id = dates.revision_id and sentences.sentence_no = dates.sentence_no;
comment on view dates is 'Expressions of time in the newest texts, with the days that they name. Grain: one row an expression.';
comment on column dates.article_id is 'Article.';
comment on column dates.outlet is 'Outlet''s name.';
comment on column dates.day is 'Date in the reader''s zone.';
comment on column dates.surface is 'The words, as printed.';
comment on column dates.kind is 'DATE, TIME, DURATION (a length, or the time between two dates) or SET (a repetition), as in TIMEX3.';
comment on column dates.value is 'What it means, as TIMEX3 writes it: 2026-03-05, 2026-W10, P3W, XXXX-WXX-5; two values with / between them for a range.';
comment on column dates.mod is 'START, MID or END of the period; APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE or EQUAL_OR_LESS; empty where none.';
comment on column dates.bound is 'since, from, until, by, before or after, where the date is the edge of something.';
comment on column dates.start_day is 'First day named; null where no day can be told.';
comment on column dates.end_day is 'Last day named.';
comment on column dates.moment_at is 'The moment, of a time of day whose zone is printed.';
comment on column dates.is_relative is 'Whether another day is needed to know which one is meant.';
comment on column dates.anchor_day is 'The day of the article that it is told from.';
comment on column dates.anchor_source is 'dateline, published or section: where that day is from; text: it is told from the date named before it.';
comment on column dates.alternatives is 'Other readings, joined with "; ".';
comment on column dates.sentence is 'The sentence that it stands in.';
comment on column dates.revision_id is 'Revision.';
comment on column dates.date_no is 'Number of the expression.';
comment on column dates.sentence_no is 'Number of the sentence.';
comment on column dates.char_start is 'Start in body, 0-based code points.';
comment on column dates.char_end is 'End in body, exclusive.';
comment on column dates.confidence is '0 to 1.';
comment on column dates.method is 'What found it.';
