-- Expressions of time, and the days that they name.
-- Grain: one row an expression.
create table facts.dates (
    revision_id varchar not null,
    date_no integer not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    surface varchar not null,
    kind varchar not null,
    value varchar not null,
    mod varchar not null,
    bound varchar not null,
    start_day date,
    end_day date,
    moment_at timestamptz,
    is_relative boolean not null,
    anchor_day date,
    anchor_source varchar not null,
    alternatives varchar not null,
    confidence double not null,
    method varchar not null
);
comment on table facts.dates is 'Expressions of time, and the days that they name. Grain: one row an expression.';
comment on column facts.dates.revision_id is 'Revision.';
comment on column facts.dates.date_no is '0, 1, ...';
comment on column facts.dates.sentence_no is 'Sentence that it stands in.';
comment on column facts.dates.char_start is 'Start in body, 0-based code points.';
comment on column facts.dates.char_end is 'End in body, exclusive.';
comment on column facts.dates.surface is 'The words, as printed.';
comment on column facts.dates.kind is 'DATE, TIME, DURATION (a length, or the time between two dates) or SET (a repetition), as in TIMEX3.';
comment on column facts.dates.value is 'What it means, as TIMEX3 writes it: 2026-03-05, 2026-W10, P3W, XXXX-WXX-5; two values with / between them for a range.';
comment on column facts.dates.mod is 'START, MID or END of the period; APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE or EQUAL_OR_LESS; empty where none.';
comment on column facts.dates.bound is 'since, from, until, by, before or after, where the date is the edge of something; empty where it is meant itself.';
comment on column facts.dates.start_day is 'First day named; null where no day can be told.';
comment on column facts.dates.end_day is 'Last day named.';
comment on column facts.dates.moment_at is 'The moment, of a time of day whose zone is printed.';
comment on column facts.dates.is_relative is 'Whether another day is needed to know which one is meant.';
comment on column facts.dates.anchor_day is 'The day of the article that it is told from; null where it is absolute.';
comment on column facts.dates.anchor_source is 'dateline, published or section: where that day is from; text: it is told from the date named before it; empty where it is absolute.';
comment on column facts.dates.alternatives is 'Other readings, joined with "; ": 03/04/2024 is in March or in April.';
comment on column facts.dates.confidence is '0 to 1.';
comment on column facts.dates.method is 'What found it.';
