-- Marks runs that never ended as crashed.
-- Grain: one row a run.
update ops.runs set state = 'crashed', error = 'found dead by a later run' where state = 'running';
