-- Builds of the methods that read articles.
-- Grain: one row a build.
create table ops.methods (
    method_id varchar not null,
    name varchar not null,
    version varchar not null,
    model varchar not null,
    parameters varchar not null,
    first_used_at timestamptz not null
);
comment on table ops.methods is 'Builds of the methods that read articles. Grain: one row a build.';
comment on column ops.methods.method_id is 'Id made from name, version, model and parameters.';
comment on column ops.methods.name is 'extract or analyse.';
comment on column ops.methods.version is 'Version of our code for it.';
comment on column ops.methods.model is 'Model or library that it rests on, with its version.';
comment on column ops.methods.parameters is 'What else decides its output, as JSON.';
comment on column ops.methods.first_used_at is 'When a run used it first.';
