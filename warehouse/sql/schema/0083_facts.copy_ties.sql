-- Articles and the earliest one of the days before whose text they print: what holds copy groups together.
-- Grain: one row an article.
create table facts.copy_ties (
    article_id varchar not null,
    tied_id varchar
);
comment on table facts.copy_ties is 'Articles and the earliest one of the days before whose text they print: what holds copy groups together. Grain: one row an article.';
comment on column facts.copy_ties.article_id is 'Article.';
comment on column facts.copy_ties.tied_id is 'The earliest article of its day and the three days before whose text it prints; null where there is none.';
insert into facts.copy_ties select article_id, nullif(copy_group_id, article_id) from facts.copies;
