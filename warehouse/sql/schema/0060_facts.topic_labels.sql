-- What the title, the article's address and its feed say of its topic.
-- Grain: one row a label and topic.
create table facts.topic_labels (
    revision_id varchar not null,
    topic_id varchar not null,
    source varchar not null,
    char_start integer not null,
    char_end integer not null,
    term varchar not null
);
comment on table facts.topic_labels is 'What the title, the article''s address and its feed say of its topic. Grain: one row a label and topic.';
comment on column facts.topic_labels.revision_id is 'Revision.';
comment on column facts.topic_labels.topic_id is 'Topic.';
comment on column facts.topic_labels.source is 'title, address (a folder of it) or feed (a category of the entry).';
comment on column facts.topic_labels.char_start is 'Start in title, address or categories, 0-based code points.';
comment on column facts.topic_labels.char_end is 'End there, exclusive.';
comment on column facts.topic_labels.term is 'Term of seeds/topic_terms.csv that matched.';
