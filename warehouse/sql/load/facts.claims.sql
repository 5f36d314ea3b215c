-- A claim is kept from when it was first made.
-- Grain: one row an article and claim.
insert into facts.claims by name
select staged.* from staged_claims as staged
anti join facts.claims as known
    on known.article_id = staged.article_id and known.claimed_id = staged.claimed_id and known.claim = staged.claim
qualify row_number() over (partition by staged.article_id, staged.claimed_id, staged.claim order by staged.claimed_at) = 1;
