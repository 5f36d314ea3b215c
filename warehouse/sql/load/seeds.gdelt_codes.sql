-- Seeds are what people wrote last: the whole table is replaced.
-- Grain: one row a scheme and key.
delete from seeds.gdelt_codes;

insert into seeds.gdelt_codes by name select * from staged_gdelt_codes;
