-- Which other article an article's page claims to be: by its canonical link, or by where its address leads.
-- Grain: one row an article and claim.
create table facts.claims (
    article_id varchar not null,
    claimed_id varchar not null,
    claim varchar not null,
    claimed_at timestamptz not null
);
comment on table facts.claims is 'Which other article an article''s page claims to be: by its canonical link, or by where its address leads. Grain: one row an article and claim.';
comment on column facts.claims.article_id is 'Article whose page was asked for.';
comment on column facts.claims.claimed_id is 'Id of the article at the claimed address, whether a feed has shown that or not.';
comment on column facts.claims.claim is 'canonical or redirect.';
comment on column facts.claims.claimed_at is 'When the page first said so.';
