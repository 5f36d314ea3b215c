-- What actors are quoted with, with who they are settled to be, for counting: direct and mixed quotes.
-- Grain: one row a part of a quote.
create or replace view daily.settled_quotes as
select quotes.revision_id, quotes.article_day, quotes.attribution_no, quotes.part_no, quotes.sentence_no, quotes.char_start, quotes.char_end, quotes.text,
    case when settled.reason is null then quotes.speaker_actor_id else settled.actor_id end as actor_id
from facts.quotes as quotes
left join daily.settled_actors as settled
    on settled.revision_id = quotes.revision_id and settled.read_actor_id = quotes.speaker_actor_id
where quotes.kind in ('direct', 'mixed');
comment on view daily.settled_quotes is 'What actors are quoted with, with who they are settled to be, for counting: direct and mixed quotes. Grain: one row a part of a quote.';
comment on column daily.settled_quotes.revision_id is 'Revision.';
comment on column daily.settled_quotes.attribution_no is 'The same for all parts of one quote.';
comment on column daily.settled_quotes.part_no is '0 for the first part of it, 1, ...';
comment on column daily.settled_quotes.sentence_no is 'Number of the sentence.';
comment on column daily.settled_quotes.char_start is 'Start in body, 0-based code points.';
comment on column daily.settled_quotes.char_end is 'End in body, exclusive.';
comment on column daily.settled_quotes.text is 'The words quoted.';
comment on column daily.settled_quotes.actor_id is 'Who speaks; null where nobody known does.';
comment on column daily.settled_quotes.article_day is 'Day of its article, kept the same: scans skip other days by it.';
