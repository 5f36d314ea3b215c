"""Train the name model of German, French and Spanish and write seeds/models/names_de_es_fr.onnx with its card.

    make train-abroad DATA=FOLDER

FOLDER is that of train.py. The model learns from three kinds of sentences: patterns written in the three languages with
names in their slots, the labelled English sentences word by word put into one of the languages, and some of them as
they are. Some twenty minutes on one core. The card tells the score on English sentences held out, put into them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import torch

from seeds.training.corpus import joined, read_labelled, texts, written
from seeds.training.export import held_out_f1, write_card, write_model
from seeds.training.invented import Stock, Words
from seeds.training.languages import LANGUAGES, Foreign
from seeds.training.train import NameModel, batches, encode, halves, read_vocabulary, train
from seeds.training.wordwise import Dictionary, read_dictionary, translated

INVENTED = 2300  # texts a language and epoch
TRANSLATED = 0.4  # of the labelled texts, those put into a language word by word
ENGLISH = 0.25  # of the others, those read as they are; English has a model of its own
PIECE_RATE = 1e-4  # pieces of foreign words mean nothing to the encoder yet, so their embeddings learn too


def epoch(
    labelled: list[Words], stock: Stock, makers: dict[str, Foreign], dictionary: Dictionary, rng: Random
) -> Iterator[Words]:
    """The texts of one epoch."""
    for text in texts(labelled, stock, 0, rng):
        if rng.random() < TRANSLATED:
            yield translated(text, makers[rng.choice(LANGUAGES)], dictionary, rng)
        elif rng.random() < ENGLISH:
            yield text
    for maker in makers.values():
        for _ in range(INVENTED):
            yield written(joined([maker.sentence(rng) for _ in range(rng.choice((1, 1, 2, 3, 5)))]), rng)


def main() -> None:
    """Train on a folder, and write the model with its card."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("seeds/models"))
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    rng = Random(options.seed)
    stock, vocabulary, dictionary = Stock(), read_vocabulary(), read_dictionary()
    learnt, held = halves(read_labelled(options.folder, stock))
    makers = {language: Foreign(language, stock) for language in LANGUAGES}
    epochs = [
        batches([encode(text, vocabulary) for text in epoch(learnt, stock, makers, dictionary, rng)], rng)
        for _ in range(options.epochs)
    ]
    model = train(NameModel(), epochs, PIECE_RATE)
    target = write_model(model, vocabulary, options.out / "names_de_es_fr.onnx")
    unseen = [translated(text, makers[rng.choice(LANGUAGES)], dictionary, rng) for text in held]
    score = held_out_f1(target, vocabulary, unseen)
    command = f"make train-abroad, {options.epochs} epochs, seed {options.seed}"
    write_card(target, options.folder, len(learnt), score, command)
    print(f"{target}: F1 {score} on {len(unseen)} sentences held out, word by word in other languages")


if __name__ == "__main__":
    main()
