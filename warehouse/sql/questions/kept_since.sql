-- Since which day texts are kept.
-- Grain: one row.
select text_day from ops.kept;
