from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.digest.editions import HOSTILE, HOSTILE_ADDRESSES, QUIET, written_by
from tests.transforms.digest.sunday import EARTHQUAKE, SUNDAY
from tests.transforms.digest.test_as_html import Parsed
from transforms.digest.as_mail import MOST_BYTES, render_mail
from transforms.digest.content import DigestContent
from transforms.digest.story import Sentence

SENDER = "Dateline <dateline@news.example>"


def read(content: DigestContent, to: str = "", address: str = "") -> EmailMessage:
    mail = message_from_bytes(render_mail(content, SENDER, to, address), policy=default)
    assert isinstance(mail, EmailMessage)
    assert not mail.defects
    return mail


def part(mail: EmailMessage, kind: str) -> str:
    found = mail.get_body((kind,))
    assert found is not None
    text = found.get_content()
    assert isinstance(text, str)
    return text


def test_a_mail_has_a_text_and_a_page_of_the_same_edition() -> None:
    mail = read(SUNDAY, "desk@news.example, editor@news.example")
    assert mail.get_content_type() == "multipart/alternative"
    assert [one.get_content_type() for one in mail.iter_parts()] == ["text/plain", "text/html"]
    assert mail["Subject"] == "Dateline, Sunday 8 March 2026: 15 articles from 5 outlets"
    assert (mail["From"], mail["To"]) == (SENDER, "desk@news.example, editor@news.example")
    for kind in ("plain", "html"):
        for story in SUNDAY.stories:
            assert story.what_happened[0].text.split("'")[0] in part(mail, kind)
        assert "deputy to the mayor" in part(mail, kind)
        assert "SENAPRED and Tomás Aravena" in part(mail, kind) and "Northgate Group" in part(mail, kind)


def test_the_same_edition_is_the_same_mail() -> None:
    assert render_mail(SUNDAY, SENDER) == render_mail(SUNDAY, SENDER)
    assert render_mail(SUNDAY, SENDER) != render_mail(replace(SUNDAY, edition=2), SENDER)


def test_a_mail_loads_nothing_and_carries_its_styles_on_its_elements() -> None:
    page = Parsed(part(read(SUNDAY), "html"))
    assert not page.named("link", "style", "img", "script", "iframe")
    assert all("style" in element.attributes for element in page.named("h1", "h2", "h3", "p", "a", "blockquote"))


def test_a_mail_leads_to_its_edition_on_the_web_where_it_has_one() -> None:
    address = "https://news.example/digests/2026-03-08/index.html"
    mail = read(SUNDAY, address=address)
    assert address in part(mail, "plain") and address in part(mail, "html")
    assert "The full edition" not in part(read(SUNDAY, address="javascript:alert(1)"), "html")


def long_day(count: int, sentence: str) -> DigestContent:
    story = replace(EARTHQUAKE, what_happened=(Sentence(sentence, EARTHQUAKE.headline),) * 3)
    return replace(SUNDAY, stories=(story,) * count)


def test_a_long_day_is_told_with_fewer_stories_and_says_so() -> None:
    content = long_day(8, "Ελληνικά και πολλά άλλα γράμματα. " * 40)
    mail = read(content)
    assert len(render_mail(content, SENDER)) < MOST_BYTES
    for kind in ("plain", "html"):
        assert "more stories in the full edition." in part(mail, kind)


@pytest.mark.parametrize("text", ["x" * 1_000_000, "漢字" * 200_000, "\n" * 9 + "é " * 300_000])
def test_a_mail_stays_under_its_size_whatever_a_stranger_wrote(text: str) -> None:
    made = render_mail(written_by(text, "https://a.example/" + "b" * 90_000), SENDER)
    assert len(made) < MOST_BYTES


@pytest.mark.parametrize("address", HOSTILE_ADDRESSES)
@pytest.mark.parametrize("text", HOSTILE)
def test_known_attacks_are_only_text_in_a_mail(text: str, address: str) -> None:
    mail = read(written_by(text, address))
    page = Parsed(part(mail, "html"))
    assert not page.named("script", "img", "iframe", "object", "link", "form")
    assert not [name for element in page.elements for name in element.attributes if name.startswith("on")]
    assert all(str(a.attributes["href"]).startswith(("http://", "https://")) for a in page.named("a"))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60))
def test_no_strangers_text_adds_a_head(text: str) -> None:
    heads = {"Subject", "From", "Date", "Message-ID", "MIME-Version", "Content-Type"}
    assert set(read(written_by(text, text)).keys()) == heads


def test_a_day_with_nothing_to_say_is_a_mail_that_says_so() -> None:
    assert "No story was found on this day." in part(read(QUIET), "html")
