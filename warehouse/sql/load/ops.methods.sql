-- Builds are only ever added.
-- Grain: one row a build.
insert into ops.methods by name
select * from staged_methods anti join ops.methods using (method_id)
qualify row_number() over (partition by method_id order by first_used_at) = 1;
