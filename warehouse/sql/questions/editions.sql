-- The editions of a day's digest.
-- Grain: one row an edition.
select edition, content_hash from daily.digests where day = $day order by edition;
