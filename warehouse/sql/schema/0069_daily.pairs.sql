-- The day's pairs of actors: what was counted on that day alone.
-- Grain: one row a day, language, folder and pair.
create table daily.pairs (
    day date not null,
    language varchar not null,
    folder varchar not null,
    actor_id varchar not null,
    other_actor_id varchar not null,
    sentence_count integer not null,
    article_count integer not null,
    copy_group_count integer not null,
    outlet_count integer not null,
    owner_count integer not null,
    event_count integer not null,
    mean_score double,
    back_event_count integer not null,
    back_mean_score double
);
comment on table daily.pairs is 'The day''s pairs of actors: what was counted on that day alone. Grain: one row a day, language, folder and pair.';
comment on column daily.pairs.day is 'Day.';
comment on column daily.pairs.language is 'ISO 639-1 code of the texts that are counted; all: every text.';
comment on column daily.pairs.folder is 'Folder of the feeds that showed them, the folders above it among them; all: every folder, and none.';
comment on column daily.pairs.actor_id is 'The actor whose id comes first in the alphabet.';
comment on column daily.pairs.other_actor_id is 'The other actor.';
comment on column daily.pairs.sentence_count is 'Sentences that name both, or tell of an event between them.';
comment on column daily.pairs.article_count is 'Articles with such a sentence.';
comment on column daily.pairs.copy_group_count is 'Different texts with one.';
comment on column daily.pairs.outlet_count is 'Outlets with one.';
comment on column daily.pairs.owner_count is 'Owners of those outlets.';
comment on column daily.pairs.event_count is 'Events that the first actor does to the other.';
comment on column daily.pairs.mean_score is 'Mean score of those events on Goldsteins scale, -10 to 10; null where there is none.';
comment on column daily.pairs.back_event_count is 'Events that the other actor does to the first.';
comment on column daily.pairs.back_mean_score is 'Their mean score; null where there is none.';
