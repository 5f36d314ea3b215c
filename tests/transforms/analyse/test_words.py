from transforms.analyse.words import PhraseTrie, fold, fold_phrase, name_words, split_words


def test_folding_drops_case_accents_and_curly_apostrophes() -> None:
    assert fold("Côte d’Ivoire") == "cote d'ivoire"


def test_folding_never_gives_nothing() -> None:
    assert fold("\u0301") != ""


def test_words_keep_their_offsets() -> None:
    text = "Zoë’s 3 ships, U.S."
    assert [text[word.start : word.end] for word in split_words(text)] == [
        "Zoë", "’", "s", "3", "ships", ",", "U", ".", "S", ".",
    ]  # fmt: skip


def test_the_longest_phrase_wins() -> None:
    trie = PhraseTrie([(fold_phrase("Port of Sines"), 1), (fold_phrase("Port"), 2)])
    words = fold_phrase("the port of Sines, a port")
    assert list(trie.longest_matches(words)) == [(1, 4, (1,)), (6, 7, (2,))]


def test_a_phrase_may_have_several_values() -> None:
    trie = PhraseTrie([(("granada",), "city"), (("granada",), "province")])
    assert trie.matches_at(["granada"], 0) == [(1, ("city", "province"))]


def test_middle_initials_and_legal_forms_do_not_identify() -> None:
    assert name_words("Otto B. Lind Jr.") == name_words("Otto Lind")
    assert name_words("The Harbour Crane Co. Ltd") == name_words("Harbour Crane")
