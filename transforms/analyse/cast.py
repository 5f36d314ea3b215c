"""The actors of one article, entered as they are met, known and unknown ones."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from transforms.analyse.gazetteer import Gazetteer
from transforms.analyse.names import Name
from transforms.analyse.short_names import same_person
from transforms.analyse.words import name_words
from transforms.records.analyse import LocalActor

_WOMENS = " women's"


@dataclass
class Cast:
    """The actors of one article in order of appearance."""

    gazetteer: Gazetteer
    actors: list[LocalActor] = field(default_factory=list)
    _by_key: dict[str, int] = field(default_factory=dict)
    _by_words: dict[tuple[str, tuple[str, ...]], int] = field(default_factory=dict)
    _by_surname: dict[str, list[int]] = field(default_factory=dict)

    def seeded(self, key: str) -> int:
        """The actor of a seed, entered when first met."""
        if key not in self._by_key:
            known = self.gazetteer.actors[key]
            self._by_key[key] = self._enter(LocalActor(known.name, known.kind, key, known.country))
        return self._by_key[key]

    def team(self, country: str, sport: str) -> int:
        """The team of a known country in a sport, a body of its own; a known one where the seeds have it."""
        known = self.gazetteer.actors[country]
        whose = known.name + (_WOMENS if sport.startswith(_WOMENS.strip()) else "")
        name = f"{whose} national {sport.removeprefix(_WOMENS.strip()).strip()} team"
        seeded = self.gazetteer.body_called(name)
        if seeded:
            return self.seeded(seeded)
        if name not in self._by_key:
            self._by_key[name] = self._enter(LocalActor(name, "organisation", None, known.country))
        return self._by_key[name]

    def named(self, name: Name) -> int:
        """The actor that an unknown name is the name of, entered when first met; its fullest name is kept."""
        words = name.words
        number = self._by_words.get((name.kind, words))
        if number is None:
            number = self._same_person(name, words)
        if number is None:
            number = self._enter(LocalActor(name.surface, name.kind, None, ""))
        elif self._is_fuller(name, self.actors[number]):
            self.actors[number] = replace(self.actors[number], name=name.surface)
        return self._by_words.setdefault((name.kind, words), number)

    @staticmethod
    def _is_fuller(name: Name, actor: LocalActor) -> bool:
        is_of_one = bool(set(name.words) & set(name_words(actor.name)))  # "also known as" is no fuller name
        return actor.seed_key is None and is_of_one and len(name.surface) > len(actor.name)

    def also_named(self, name: Name, actor_no: int) -> None:
        """Enter another name of an actor."""
        self._by_words.setdefault((name.kind, name.words), actor_no)

    def knows(self, name: Name) -> bool:
        """Whether an actor of that kind has been entered under the very same words."""
        return (name.kind, name.words) in self._by_words

    def _same_person(self, name: Name, words: tuple[str, ...]) -> int | None:
        if name.kind != "person" or len(words) < 2:
            return None
        relatives = self._by_surname.get(words[-1], [])
        same = [n for n in relatives if same_person(name_words(self.actors[n].name), words)]
        return same[0] if len(same) == 1 else None

    def _enter(self, actor: LocalActor) -> int:
        self.actors.append(actor)
        if actor.kind == "person":
            self._by_surname.setdefault(name_words(actor.name)[-1], []).append(len(self.actors) - 1)
        return len(self.actors) - 1
