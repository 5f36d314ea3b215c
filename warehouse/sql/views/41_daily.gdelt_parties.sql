-- Who takes part in the events of the newest texts, with their CAMEO codes.
-- Grain: one row an event and somebody who takes part.
create or replace view daily.gdelt_parties as
with codes as (select * from seeds.gdelt_codes),
takers as (
    select takers.revision_id, takers.event_no, takers.event_actor_no, takers.side, takers.char_start, takers.char_end,
        takers.actor_id as read_actor_id, if(takers.actor_id is null, null, takers.mention_no) as mention_no,
        case when settled.reason is null then takers.actor_id else settled.actor_id end as actor_id,
        -- the "prosecutor" of "A prosecutor from Piraeus": what a CAMEO type is known for
        if(takers.actor_id is not null, null, regexp_extract(
            regexp_replace(lower(takers.text), '(,| (of|from|in|for|at|on|with|who|that|to|near|outside|against)\b).*$', ''),
            '([^ ]+) *$', 1
        )) as head
    from facts.event_actors as takers
    left join daily.settled_actors as settled
        on settled.revision_id = takers.revision_id and settled.read_actor_id = takers.actor_id
),
spots as (
    select revision_id, mention_no, arg_min(country, place_no) as country
    from facts.places where mention_no is not null and country <> '' group by revision_id, mention_no
),
named as (  -- the country of each name
    select mentions.revision_id, mentions.mention_no, mentions.char_start, mentions.char_end, actors.name,
        coalesce(nullif(actors.country, ''), spots.country) as country
    from facts.mentions as mentions
    left join facts.actors as actors on actors.actor_id = mentions.actor_id
    left join spots on spots.revision_id = mentions.revision_id and spots.mention_no = mentions.mention_no
),
within as (  -- the first name with a country in "Russian troops"
    select takers.revision_id, takers.event_no, takers.event_actor_no, arg_min(named.name, named.char_start) as name,
        arg_min(named.country, named.char_start) as country
    from takers
    join named on named.revision_id = takers.revision_id and named.country is not null
        and named.char_start >= takers.char_start and named.char_end <= takers.char_end
    where takers.actor_id is null
    group by takers.revision_id, takers.event_no, takers.event_actor_no
),
offices as (
    select roles.revision_id, roles.actor_id, arg_min(nullif(roles.country, ''), roles.role_no) as country,
        arg_min(codes.code, roles.role_no) as type_code
    from facts.roles as roles
    left join codes on codes.scheme = 'role' and codes.key = roles.role_class
    where not roles.is_former and roles.actor_id is not null
    group by roles.revision_id, roles.actor_id
),
coded as (
    select takers.revision_id, takers.event_no, takers.event_actor_no, takers.side, takers.char_start, takers.actor_id,
        case
            when actors.actor_id is not null then upper(strip_accents(regexp_replace(actors.name, ' \(.*\)$', '')))
            when nouns.code is not null then upper(strip_accents(nouns.key))
            else upper(strip_accents(within.name))
        end as name,
        coalesce(nullif(actors.country, ''), offices.country, named.country, within.country) as country,
        groups.code as group_code, coalesce(sectors.code, offices.type_code, nouns.code) as type_code
    from takers
    left join facts.actors as actors on actors.actor_id = takers.actor_id
    left join offices on offices.revision_id = takers.revision_id and offices.actor_id = takers.read_actor_id
    left join named on named.revision_id = takers.revision_id and named.mention_no = takers.mention_no
    left join within on within.revision_id = takers.revision_id and within.event_no = takers.event_no
        and within.event_actor_no = takers.event_actor_no
    left join codes as sectors on sectors.scheme = 'sector' and sectors.key = actors.sector
    left join codes as groups on groups.scheme = 'group' and groups.key = actors.seed_key
    left join codes as plurals on plurals.scheme = 'plural' and plurals.key = takers.head
    left join codes as nouns on nouns.scheme = 'noun' and nouns.key = coalesce(plurals.code, takers.head)
)
select coded.revision_id, coded.event_no, coded.event_actor_no, coded.side, coded.char_start, coded.actor_id, coded.name,
    coded.country, cameo.code as country_code, coded.group_code, coded.type_code,
    nullif(concat(cameo.code, if(coded.type_code in ('IGO', 'NGO', 'NGM'), coded.type_code || coalesce(coded.group_code, ''),
        coalesce(coded.group_code, '') || coalesce(coded.type_code, ''))), '') as code
from coded
left join codes as cameo on cameo.scheme = 'cameo' and cameo.key = coded.country
where coded.name is not null;
comment on view daily.gdelt_parties is 'Who takes part in the events of the newest texts, with their CAMEO codes. Grain: one row an event and somebody who takes part.';
comment on column daily.gdelt_parties.revision_id is 'Revision.';
comment on column daily.gdelt_parties.event_no is 'Number of the event.';
comment on column daily.gdelt_parties.event_actor_no is 'Number of who takes part, within the event.';
comment on column daily.gdelt_parties.side is 'source or target.';
comment on column daily.gdelt_parties.char_start is 'Start in body, 0-based code points.';
comment on column daily.gdelt_parties.actor_id is 'Actor, where resolved.';
comment on column daily.gdelt_parties.name is 'Name in capitals: the actor''s; of nameless ones the word that says what they are.';
comment on column daily.gdelt_parties.country is 'ISO 3166-1 alpha-2 of the country that they are of.';
comment on column daily.gdelt_parties.country_code is 'CAMEO code of that country.';
comment on column daily.gdelt_parties.group_code is 'CAMEO code of a known group.';
comment on column daily.gdelt_parties.type_code is 'CAMEO code of what they are: GOV, MIL, REB and so on.';
comment on column daily.gdelt_parties.code is 'The CAMEO codes in one.';
