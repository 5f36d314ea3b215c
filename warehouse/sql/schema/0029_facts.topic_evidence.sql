-- Words that spoke for a topic.
-- Grain: one row a word and topic.
create table facts.topic_evidence (
    revision_id varchar not null,
    topic_id varchar not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    term varchar not null
);
comment on table facts.topic_evidence is 'Words that spoke for a topic. Grain: one row a word and topic.';
comment on column facts.topic_evidence.revision_id is 'Revision.';
comment on column facts.topic_evidence.topic_id is 'Topic.';
comment on column facts.topic_evidence.sentence_no is 'Sentence that it stands in.';
comment on column facts.topic_evidence.char_start is 'Start in body, 0-based code points.';
comment on column facts.topic_evidence.char_end is 'End in body, exclusive.';
comment on column facts.topic_evidence.term is 'Term of seeds/topic_terms.csv that matched.';
