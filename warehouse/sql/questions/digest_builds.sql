-- The builds of the methods that read the day's texts.
-- Grain: one row a build.
select distinct methods.name, methods.version, methods.model
from ops.methods as methods
join (
    select revisions.method_id from revisions where day = $day
    union
    select analyses.method_id from ops.analyses as analyses join revisions using (revision_id) where revisions.day = $day
) as used using (method_id)
order by methods.name, methods.version, methods.model;
