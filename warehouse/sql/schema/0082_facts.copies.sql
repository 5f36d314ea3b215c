-- Near-copies of one text, with where it likely comes from and what speaks for that.
-- Grain: one row an article.
create table facts.former_copies as from facts.copies;
drop table facts.copies;
create table facts.copies (
    article_id varchar not null,
    copy_group_id varchar not null,
    role varchar not null,
    similarity double not null,
    containment double not null,
    origin_outlet_id varchar not null,
    origin_evidence varchar not null,
    credited_outlet_id varchar,
    credited_text varchar not null,
    canonical_article_id varchar,
    cited_outlet_id varchar,
    minutes_after_origin double not null
);
insert into facts.copies
select former.*, coalesce(origins.outlet_id, ''), 'unknown', null, '', null, null, 0
from facts.former_copies as former left join facts.articles as origins on origins.article_id = former.copy_group_id;
drop table facts.former_copies;
comment on table facts.copies is 'Near-copies of one text, with where it likely comes from and what speaks for that. Grain: one row an article.';
comment on column facts.copies.article_id is 'Article.';
comment on column facts.copies.copy_group_id is 'Article id of the group''s origin.';
comment on column facts.copies.containment is 'Share of the shorter text''s shingles that the longer has, 0 to 1.';
comment on column facts.copies.role is 'origin, verbatim, trimmed, extended or rewritten.';
comment on column facts.copies.similarity is 'Share of 4-word shingles that both have, of those that either has, against the origin; 0 to 1.';
comment on column facts.copies.origin_outlet_id is 'Outlet that the text likely comes from: the origin''s, or an agency whose own article is not here.';
comment on column facts.copies.origin_evidence is 'What speaks for that outlet: agency (it is one, and the origin is its own article), canonical (another''s page names the origin as the original), byline (an agency is credited), cited (most of the group cite an agency), earliest (nothing but its time), alone (nobody shares the text), or unknown (linked before this was noted).';
comment on column facts.copies.credited_outlet_id is 'Agency that this article''s byline or dateline credits; null where none.';
comment on column facts.copies.credited_text is 'That credit as printed; empty where none.';
comment on column facts.copies.canonical_article_id is 'Article at the address that this page names as the original; null where that is its own.';
comment on column facts.copies.cited_outlet_id is 'Agency that this article cites first; null where none.';
comment on column facts.copies.minutes_after_origin is 'Minutes from the origin''s publication to this one''s; negative where the origin came later.';
