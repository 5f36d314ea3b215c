-- The country of a role: "Kenya's finance minister" is one of Kenya's.
-- Grain: one row a role.
alter table facts.roles add column country varchar default '';
alter table facts.roles alter column country set not null;
comment on column facts.roles.country is 'ISO 3166 alpha-2 code of the country that the role is of or in; empty where neither the text nor the seeds tell.';
