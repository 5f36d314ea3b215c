"""The view of citations leads to the cited outlet's own article."""

from __future__ import annotations

import duckdb
import pytest

ASKED = "select distinct cited_article_id from citations where article_id = ? and cited_outlet_id = 'wire'"


@pytest.mark.parametrize(("article", "cited"), [("copy", "quake"), ("own", None), ("quake", None)])
def test_a_citation_leads_to_the_cited_outlets_article_in_the_story(
    good: duckdb.DuckDBPyConnection, article: str, cited: str | None
) -> None:
    assert good.execute(ASKED, [article]).fetchall() == [(cited,)]


def test_an_article_that_is_over_three_days_older_was_not_cited(
    good: duckdb.DuckDBPyConnection,
) -> None:
    good.execute("update facts.articles set published_at = published_at - interval 4 day where article_id = 'quake'")
    assert good.execute(ASKED, ["copy"]).fetchall() == [(None,)]
