-- Outlets that people have named.
-- Grain: one row an outlet.
create table seeds.outlets (
    outlet_id varchar not null,
    name varchar not null,
    domain varchar not null,
    country varchar not null,
    language varchar not null,
    owner varchar not null,
    is_agency boolean not null
);
comment on table seeds.outlets is 'Outlets that people have named. Grain: one row an outlet.';
comment on column seeds.outlets.outlet_id is 'Id made from the domain.';
comment on column seeds.outlets.name is 'Name that readers know.';
comment on column seeds.outlets.domain is 'Registrable domain.';
comment on column seeds.outlets.country is 'ISO 3166 alpha-2 code; empty where unknown.';
comment on column seeds.outlets.language is 'ISO 639-1 code of its main language; empty where unknown.';
comment on column seeds.outlets.owner is 'Who owns it; empty where unknown, and then it counts as its own owner.';
comment on column seeds.outlets.is_agency is 'Whether it is a news agency.';
