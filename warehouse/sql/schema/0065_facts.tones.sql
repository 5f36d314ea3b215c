-- The tone of sentences, of articles, and towards those whom they name.
-- Grain: one row a sentence, mention, actor or article.
create table facts.tones (
    revision_id varchar not null,
    tone_no integer not null,
    scope varchar not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    mention_no integer,
    actor_id varchar,
    tone varchar not null,
    score double not null,
    evidence varchar not null,
    confidence double not null,
    method varchar not null
);
comment on table facts.tones is 'The tone of sentences, of articles, and towards those whom they name. Grain: one row a sentence, mention, actor or article.';
comment on column facts.tones.revision_id is 'Revision.';
comment on column facts.tones.tone_no is '0, 1, ...';
comment on column facts.tones.scope is 'sentence (only those that have a tone), mention (towards whom it names, in its sentence), actor (over the article), article.';
comment on column facts.tones.sentence_no is 'Sentence; of an actor the first that names it, of an article 0.';
comment on column facts.tones.char_start is 'Start in body of the sentence, mention or text, 0-based code points.';
comment on column facts.tones.char_end is 'End in body, exclusive.';
comment on column facts.tones.mention_no is 'Mention; of an actor, its first; null of sentences and articles.';
comment on column facts.tones.actor_id is 'Actor; null where unresolved, and of sentences and articles.';
comment on column facts.tones.tone is 'negative, neutral or positive.';
comment on column facts.tones.score is '-1 to 1.';
comment on column facts.tones.evidence is 'The words that made it so, joined with "; "; empty of actors and articles.';
comment on column facts.tones.confidence is '0 to 1.';
comment on column facts.tones.method is 'What found it.';
