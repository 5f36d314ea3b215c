-- An article that is another under some address is one that stands for itself.
select articles.article_id, articles.same_as_id
from facts.articles as articles
left join facts.articles as firsts on firsts.article_id = articles.same_as_id
where articles.same_as_id is not null and (firsts.article_id is null or firsts.same_as_id is not null);
