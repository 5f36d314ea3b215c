-- Days whose aggregates were made and not yet checked, and those of what was analysed since $since; none that are to be made again.
-- Grain: one row a day.
with made as (
    select day from ops.counted_days
    union
    select counted.day
    from daily.counted_articles as counted
    join ops.analyses as analyses on analyses.revision_id = counted.revision_id and analyses.analysed_at >= $since
)
select day from made
where day not in (select day from ops.touched_days) and day >= (select text_day from ops.kept)
order by day;
