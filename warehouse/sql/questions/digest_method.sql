-- What the day's edition rests on: rows of each kind.
-- Grain: one row.
select
    (select count(*) from entries join articles using (article_id) where articles.day = $day) as entry_count,
    (select count(*) from articles where day = $day) as page_count,
    (select count(*) from articles where day = $day and body is not null) as text_count,
    (select count(*) from sentences where day = $day) as sentence_count,
    (select count(*) from mentions where day = $day) as mention_count,
    (
        select count(distinct (revision_id, attribution_no)) from quotes where day = $day and kind in ('direct', 'mixed')
    ) as quote_count;
