-- How much of each day's news holds some words, days without as zero: words, "phrases", prefix*, AND, OR, NOT and parentheses, in headlines and texts.
-- Grain: one row a day with articles.
create or replace macro main.attention(query, from_day, to_day) as table
with tokens as (
    select unnest(found.tokens) as token, generate_subscripts(found.tokens, 1) as no
    from (select regexp_extract_all(query::varchar, '-?"[^"]*"|[()]|[^\s()"]+') as tokens) as found
),
parts as (
    select tokens.no, case
            when tokens.token in ('(', ')') then tokens.token
            when tokens.token = 'AND' then '&'
            when tokens.token = 'OR' then '|'
            when tokens.token = 'NOT' then '!'
            when not regexp_matches(tokens.token, '[\p{L}\p{N}]') then ''
            when tokens.token like '-%' then '!?'
            when regexp_matches(tokens.token, '^\w+:') then error('attention(): ' || tokens.token || ' is for `dateline find`; here are words, "phrases", AND, OR, NOT and parentheses')
            else '?'
        end as sign,
        regexp_escape(lower(strip_accents(trim(ltrim(tokens.token, '-'), '"*')))) as word, tokens.token like '%*' as is_prefix
    from tokens
),
terms as (
    select parts.no, parts.sign, case
            when parts.sign not in ('?', '!?') then null
            when regexp_matches(parts.word, '[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]') then parts.word
            else '(^|[^\p{L}\p{N}_])' || regexp_replace(parts.word, '(\\?\s)+', '\\s+', 'g') || case when parts.is_prefix then '' else '($|[^\p{L}\p{N}_])' end
        end as pattern
    from parts
),
plan as (select list(terms.sign order by terms.no) as signs, list(terms.pattern order by terms.no) as patterns from terms),
texts as (
    select counted.day as of_day, counted.article_id, counted.copy_group_id, counted.outlet_id, counted.owner,
        lower(strip_accents(revisions.title || ' ' || revisions.body)) as text
    from daily.counted_articles as counted join facts.revisions as revisions on revisions.article_day = counted.day and revisions.revision_id = counted.revision_id and revisions.article_id = counted.article_id
    where counted.day between from_day::date and to_day::date
),
read as (  -- each sign with 0 or 1 for its words, two that meet joined by "and"
    select texts.* exclude (text), len(plan.signs) as sign_count,
        regexp_replace(regexp_replace(replace(array_to_string(list_transform(plan.signs, lambda sign, n: replace(sign, '?',
            case when plan.patterns[n] is null then '' when regexp_matches(texts.text, plan.patterns[n]) then '1' else '0' end)), ''), '!!', ''),
            '([01)])([01(!])', '\1&\2', 'g'), '([01)])([01(!])', '\1&\2', 'g') as formula
    from texts cross join plan
),
judged as (
    select read.* exclude (formula, sign_count), list_reduce(list_prepend(read.formula, list_transform(range(0, 2 * read.sign_count), lambda n: '')),
        lambda formula, step: regexp_replace(regexp_replace(regexp_replace(regexp_replace(replace(replace(formula, '!0', '1'), '!1', '0'),
            '0&[01]|1&0', '0', 'g'), '1&1', '1', 'g'), '(^|[(|])(0\|1|1\|[01])($|[)|])', '\11\3', 'g'), '(^|[(|])0\|0($|[)|])', '\10\2', 'g')
            .regexp_replace('\(([01])\)', '\1', 'g')) as outcome
    from read
),
asked as (
    select judged.* exclude (outcome), case when judged.outcome in ('0', '1') then judged.outcome = '1'
        else error('attention(): the query cannot be read; close every parenthesis, and put words on both sides of AND and OR') end as is_found
    from judged
)
select asked.of_day as day, count(*) filter (where asked.is_found) as article_count,
    count(distinct asked.copy_group_id) filter (where asked.is_found) as copy_group_count,
    count(distinct asked.outlet_id) filter (where asked.is_found) as outlet_count,
    count(distinct asked.owner) filter (where asked.is_found) as owner_count, count(*) as total_article_count,
    count(*) filter (where asked.is_found) / count(*) as article_share, coverage.coverage
from asked left join daily_coverage_total as coverage on coverage.day = asked.of_day
group by asked.of_day, coverage.coverage
order by asked.of_day;
comment on macro table main.attention is 'How much of each day''s news holds some words, days without as zero: words, "phrases", prefix*, AND, OR, NOT and parentheses, in headlines and texts. Grain: one row a day with articles.';
