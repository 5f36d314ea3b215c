-- Roles such as "Prime Minister" or "head of ...".
-- Grain: one row a role.
create table facts.roles (
    revision_id varchar not null,
    role_no integer not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    mention_no integer not null,
    actor_id varchar,
    text varchar not null,
    role_class varchar not null,
    affiliation varchar not null,
    is_former boolean not null,
    confidence double not null,
    method varchar not null
);
comment on table facts.roles is 'Roles such as "Prime Minister" or "head of ...". Grain: one row a role.';
comment on column facts.roles.revision_id is 'Revision.';
comment on column facts.roles.role_no is '0, 1, ...';
comment on column facts.roles.sentence_no is 'Sentence that it stands in.';
comment on column facts.roles.char_start is 'Start in body, 0-based code points.';
comment on column facts.roles.char_end is 'End in body, exclusive.';
comment on column facts.roles.mention_no is 'Mention of the person.';
comment on column facts.roles.actor_id is 'The person''s actor.';
comment on column facts.roles.text is 'The role as printed.';
comment on column facts.roles.role_class is 'head_of_government, minister, spokesperson, ...; other.';
comment on column facts.roles.affiliation is 'Body or country that the role is of, as printed.';
comment on column facts.roles.is_former is 'Whether the role is a past one.';
comment on column facts.roles.confidence is '0 to 1.';
comment on column facts.roles.method is 'What found it.';
