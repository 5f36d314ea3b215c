"""The files of seeds/models belong together."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from transforms.analyse.name_tags import TAGS

MODELS = Path(__file__).resolve().parents[2] / "seeds" / "models"


@pytest.mark.parametrize("name", ["names", "names_de_es_fr"])
def test_the_card_tells_of_the_model_beside_it(name: str) -> None:
    card = json.loads((MODELS / f"{name}.json").read_text("utf-8"))
    content = (MODELS / card["model"]).read_bytes()
    assert (card["sha256"], card["bytes"]) == (hashlib.sha256(content).hexdigest(), len(content))
    assert card["tags"] == list(TAGS)
    assert card["command"].startswith("make train")


def test_the_vocabulary_has_a_line_for_every_piece_that_the_model_knows() -> None:
    pieces = (MODELS / "vocabulary.txt").read_text("utf-8").split("\n")
    assert {"[PAD]", "[UNK]", "[CLS]", "[SEP]"} <= set(pieces)
    assert len(pieces) == len(set(pieces))
