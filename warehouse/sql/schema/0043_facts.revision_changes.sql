-- What a version changed in the text before it, sentence by sentence.
-- Grain: one row a changed sentence.
create table facts.revision_changes (
    revision_id varchar not null,
    former_id varchar not null,
    change_no integer not null,
    change varchar not null,
    before_start integer,
    before_end integer,
    after_start integer,
    after_end integer
);
comment on table facts.revision_changes is 'What a version changed in the text before it, sentence by sentence. Grain: one row a changed sentence.';
comment on column facts.revision_changes.revision_id is 'The later version.';
comment on column facts.revision_changes.former_id is 'The version with the text before it.';
comment on column facts.revision_changes.change_no is 'Number in the order of the later text.';
comment on column facts.revision_changes.change is 'added, removed, changed or moved.';
comment on column facts.revision_changes.before_start is 'Start in the former body, 0-based code points; null for an added sentence.';
comment on column facts.revision_changes.before_end is 'End in the former body, exclusive.';
comment on column facts.revision_changes.after_start is 'Start in the later body, 0-based code points; null for a removed sentence.';
comment on column facts.revision_changes.after_end is 'End in the later body, exclusive.';
