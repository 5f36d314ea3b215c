-- Other names that texts themselves give an actor: "the Baltic Freight Union (BFU)", "X, also known as Y".
-- Grain: one row a sighting.
create table facts.alias_sightings (
    revision_id varchar not null,
    sighting_no integer not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    alias varchar not null,
    actor_id varchar not null,
    pattern varchar not null,
    confidence double not null,
    method varchar not null
);
comment on table facts.alias_sightings is 'Other names that texts themselves give an actor: "the Baltic Freight Union (BFU)", "X, also known as Y". Grain: one row a sighting.';
comment on column facts.alias_sightings.revision_id is 'Revision.';
comment on column facts.alias_sightings.sighting_no is '0, 1, ...';
comment on column facts.alias_sightings.sentence_no is 'Sentence that it stands in.';
comment on column facts.alias_sightings.char_start is 'Start of the other name in body, 0-based code points.';
comment on column facts.alias_sightings.char_end is 'End in body, exclusive.';
comment on column facts.alias_sightings.alias is 'The other name as printed.';
comment on column facts.alias_sightings.actor_id is 'The actor that it is given to.';
comment on column facts.alias_sightings.pattern is 'acronym, known-as or formerly.';
comment on column facts.alias_sightings.confidence is '0 to 1.';
comment on column facts.alias_sightings.method is 'What found it.';
