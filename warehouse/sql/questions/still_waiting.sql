-- Work that waits for a stage, and the command that does it.
-- Grain: one row a kind of work that waits.
with waiting as (
    select 'fetched pages wait to be read' as what, 'extract' as command, count(*) as row_count
    from ops.fetches anti join ops.extractions using (fetch_id) where outcome = 'ok'
    union all
    select 'texts wait to be analysed', 'analyse', count(*)
    from facts.revisions as revisions anti join ops.analyses as analyses on analyses.revision_id = revisions.revision_id
    where revisions.change_kind <> 'removed' and article_id not in (select article_id from facts.articles where same_as_id is not null)
    union all
    select 'texts could not be analysed (ops.analyses says why)', 'analyse --again', count(*) from ops.analyses where outcome <> 'read'
    union all
    select 'days wait to be counted again', 'analyse', count(distinct day) from ops.touched_days
)
select what, command, row_count from waiting where row_count > 0 order by what;
