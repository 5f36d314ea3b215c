-- Near-copies of one text.
-- Grain: one row an article.
create table facts.copies (
    article_id varchar not null,
    copy_group_id varchar not null,
    role varchar not null,
    similarity double not null,
    containment double not null
);
comment on table facts.copies is 'Near-copies of one text. Grain: one row an article.';
comment on column facts.copies.article_id is 'Article.';
comment on column facts.copies.copy_group_id is 'Article id of the group''s origin.';
comment on column facts.copies.role is 'origin, verbatim, trimmed or extended.';
comment on column facts.copies.similarity is 'Share of 4-word shingles that both have, 0 to 1, against the origin.';
comment on column facts.copies.containment is 'Share of the shorter text''s shingles that the longer has, 0 to 1.';
