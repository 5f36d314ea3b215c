-- The day's places with what they are, so that no question about a day reads every place ever named.
-- Grain: one row a day, language, folder and place.
alter table daily.places add column name varchar;
alter table daily.places add column kind varchar;
alter table daily.places add column country varchar;
alter table daily.places add column lat double;
alter table daily.places add column lon double;
insert into ops.touched_days select distinct day from daily.places;
comment on column daily.places.name is 'Name of the place; null for days counted by an earlier version whose texts are gone.';
comment on column daily.places.kind is 'country, admin1, admin2, capital, city, region or continent.';
comment on column daily.places.country is 'ISO 3166 alpha-2 code.';
comment on column daily.places.lat is 'Latitude in degrees.';
comment on column daily.places.lon is 'Longitude in degrees.';
