-- Labelled sections such as "What Happened".
-- Grain: one row a section.
create table facts.sections (
    revision_id varchar not null,
    section_no integer not null,
    label varchar not null,
    normal_label varchar not null,
    label_start integer not null,
    label_end integer not null,
    char_start integer not null,
    char_end integer not null
);
comment on table facts.sections is 'Labelled sections such as "What Happened". Grain: one row a section.';
comment on column facts.sections.revision_id is 'Revision.';
comment on column facts.sections.section_no is '0, 1, ...';
comment on column facts.sections.label is 'Label as printed.';
comment on column facts.sections.normal_label is 'Label in lower case without punctuation.';
comment on column facts.sections.label_start is 'Start of the label in body.';
comment on column facts.sections.label_end is 'End of the label in body.';
comment on column facts.sections.char_start is 'Start of the section''s text in body.';
comment on column facts.sections.char_end is 'End of the section''s text in body.';
