-- The codes by which the views of the schema gdelt call things.
-- Grain: one row a scheme and key.
create schema if not exists gdelt;
create table seeds.gdelt_codes (
    scheme varchar not null,
    key varchar not null,
    code varchar not null
);
comment on table seeds.gdelt_codes is 'The codes by which the views of the schema gdelt call things. Grain: one row a scheme and key.';
comment on column seeds.gdelt_codes.scheme is 'What the code is: fips, cameo, adm1, goldstein, theme, ...: see seeds/README.md.';
comment on column seeds.gdelt_codes.key is 'What it is the code of, in our own words: an ISO 3166-1 alpha-2 code, a sector, a topic, and so on.';
comment on column seeds.gdelt_codes.code is 'The code.';
