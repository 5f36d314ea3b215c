-- Revisions that no build has read yet; with $again those too that another build than $method_id has read.
-- Grain: one row a revision.
select revisions.revision_id, articles.url, revisions.title, revisions.byline, revisions.authors, articles.published_at, revisions.language,
    revisions.dateline_place, revisions.dateline_date, revisions.dateline_end, revisions.lede_start, revisions.lede_end, revisions.body,
    coalesce((
        select string_agg(distinct entries.categories, '; ' order by entries.categories)
        from facts.entries as entries where entries.article_id = articles.article_id and entries.categories <> ''
    ), '') as categories,
    case when articles.published_source <> 'feed' then revisions.published_offset_minutes end as published_offset_minutes,
    analyses.method_id as read_by
from facts.revisions as revisions
join facts.articles as articles using (article_id)
left join ops.analyses as analyses on analyses.revision_id = revisions.revision_id
where revisions.change_kind <> 'removed' and articles.same_as_id is null and (analyses.revision_id is null or ($again and analyses.method_id <> $method_id))
order by revisions.language, revisions.revision_id
limit $most;
