-- Keeps an edition of a day's digest.
-- Grain: one row a day and edition.
insert into daily.digests by name
select $day as day, $edition as edition, $written_at as written_at, $content_hash as content_hash, $content as content;
