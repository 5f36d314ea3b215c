-- Names in sentences.
-- Grain: one row a mention.
create table facts.mentions (
    revision_id varchar not null,
    mention_no integer not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    surface varchar not null,
    kind varchar not null,
    actor_id varchar,
    resolved_by varchar not null,
    confidence double not null,
    method varchar not null
);
comment on table facts.mentions is 'Names in sentences. Grain: one row a mention.';
comment on column facts.mentions.revision_id is 'Revision.';
comment on column facts.mentions.mention_no is '0, 1, ...';
comment on column facts.mentions.sentence_no is 'Sentence that it stands in.';
comment on column facts.mentions.char_start is 'Start in body, 0-based code points.';
comment on column facts.mentions.char_end is 'End in body, exclusive.';
comment on column facts.mentions.surface is 'The text of it.';
comment on column facts.mentions.kind is 'person, organisation, country, group or place.';
comment on column facts.mentions.actor_id is 'Canonical actor; null where unresolved.';
comment on column facts.mentions.resolved_by is 'How it was resolved: name, short name, alias, seed, office; empty where it was not.';
comment on column facts.mentions.confidence is '0 to 1.';
comment on column facts.mentions.method is 'What found it.';
