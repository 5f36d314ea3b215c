-- The newest text is marked: where a page is gone, the newest revision says so and has no text.
-- Grain: one row a version.
alter table facts.revisions add column is_newest boolean;
alter table facts.revisions alter column is_newest type boolean using seen_to is null;
alter table facts.revisions alter column is_newest set not null;
comment on column facts.revisions.is_newest is 'The article''s newest text: it stays so when its page is gone.';
comment on column facts.revisions.seen_to is 'When a later version was seen, or the page was gone; null for what stands now.';
comment on column facts.revisions.change_kind is 'first, minor, substantive, correction, headline, removed (the page is gone: no text), restored (it is back as it was).';
comment on column ops.extractions.outcome is 'revision (a new one), same (the text was known), removed (the page is gone) or rejected.';
