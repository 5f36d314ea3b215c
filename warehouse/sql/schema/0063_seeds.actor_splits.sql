-- What the user of a project wrote against wrong merges: where an actor is another, or nobody.
-- Grain: one row a line of actor_splits.csv.
create table seeds.actor_splits (
    split_no integer not null,
    actor varchar not null,
    surface varchar not null,
    becomes_id varchar,
    becomes varchar not null,
    kind varchar not null,
    outlet_id varchar,
    having_text varchar not null,
    note varchar not null
);
comment on table seeds.actor_splits is 'What the user of a project wrote against wrong merges: where an actor is another, or nobody. Grain: one row a line of actor_splits.csv.';
comment on column seeds.actor_splits.split_no is '0, 1, ...: of two lines that fit, the first holds.';
comment on column seeds.actor_splits.actor is 'Name or seed key of the actor that is taken for the wrong one.';
comment on column seeds.actor_splits.surface is 'Only in articles that print this name for it; empty: whatever they print.';
comment on column seeds.actor_splits.becomes_id is 'Id of the actor that it is there; null: nobody known.';
comment on column seeds.actor_splits.becomes is 'Name or seed key of the actor that it is there; empty: nobody known.';
comment on column seeds.actor_splits.kind is 'Kind of the actor that it is there.';
comment on column seeds.actor_splits.outlet_id is 'Only in this outlet''s articles; null: in all.';
comment on column seeds.actor_splits.having_text is 'Only in articles whose text has these words, in any case; empty: in all.';
comment on column seeds.actor_splits.note is 'Why, for people.';
