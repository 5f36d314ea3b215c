-- What an edition of a day's digest says, as JSON.
-- Grain: one row, or none where there is no such edition.
select content from daily.digests where day = $day and edition = $edition;
