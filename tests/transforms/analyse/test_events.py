"""Events: who does what to whom, as the sentence puts it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.transforms.analyse.conftest import Read
from transforms.records.analyse import Event


def main_of(events: Sequence[Event]) -> Event:
    return next(event for event in events if event.is_main)


def parties(event: Event, side: str) -> list[str]:
    return [actor.text for actor in event.actors if actor.side == side]


CLASSES = [
    ("Norway has agreed to send engineers and relief supplies to Peru.", "AGREE"),
    ("Chile promised to release the two fishermen.", "AGREE"),
    ("Finland will provide 40 million euros of aid to Malawi.", "AGREE"),
    ("Brazil is ready to mediate between Guyana and Venezuela.", "AGREE"),
    ("The Danish minister met her Polish counterpart in Gdansk.", "CONSULT"),
    ("Kenya and Uganda held talks on the fishing dispute.", "CONSULT"),
    ("The king telephoned the president of Malta.", "CONSULT"),
    ("The Swedish premier visited Iceland.", "CONSULT"),
    ("Austria praised the reform plans of Albania.", "SUPPORT"),
    ("Japan and Vietnam signed a fisheries treaty.", "SUPPORT"),
    ("Ireland apologised to the families of the sailors.", "SUPPORT"),
    ("Ecuador restored diplomatic relations with Bolivia.", "SUPPORT"),
    ("Greece and Cyprus held a joint military exercise.", "COOPERATE"),
    ("Spain shared intelligence with Morocco.", "COOPERATE"),
    ("Canada sent vaccines to Haiti.", "AID"),
    ("Germany granted asylum to the three dancers from Belarus.", "AID"),
    ("Nepal deployed peacekeepers to Sudan.", "AID"),
    ("Panama lifted the curfew in Colon.", "CONCEDE"),
    ("The finance minister of Latvia resigned.", "RETREAT"),
    ("Ghana released 14 prisoners.", "RETREAT"),
    ("The rebels declared a ceasefire.", "RETREAT"),
    ("Portugal withdrew its troops from the island.", "RETREAT"),
    ("Belgium lifted sanctions on Zambia.", "RETREAT"),
    ("Prosecutors in Oslo opened an investigation into the shipowners.", "INVESTIGATE"),
    ("The auditors investigated the ministry.", "INVESTIGATE"),
    ("Slovakia demanded the release of the journalist.", "DEMAND"),
    ("The union called on the government to raise wages.", "DEMAND"),
    ("Teachers urged the mayor to reopen the schools.", "DEMAND"),
    ("Estonia condemned the attack.", "DISAPPROVE"),
    ("Laos accused Thailand of stealing timber.", "DISAPPROVE"),
    ("The villagers sued the mining company.", "DISAPPROVE"),
    ("Croatia rejected the proposal from Slovenia.", "REJECT"),
    ("The premier refused to meet the strikers.", "REJECT"),
    ("Mexico vetoed the resolution.", "REJECT"),
    ("Italy threatened to impose tariffs on Tunisia.", "THREATEN"),
    ("The militia issued an ultimatum to the governor.", "THREATEN"),
    ("The army warned the protesters.", "THREATEN"),
    ("Thousands of farmers marched against the fuel tax.", "PROTEST"),
    ("Nurses went on strike in Lima.", "PROTEST"),
    ("Students rioted in the capital.", "PROTEST"),
    ("Fishermen blocked the harbour road.", "PROTEST"),
    ("Serbia mobilised reservists.", "MOBILIZE"),
    ("Peru put its army on high alert.", "MOBILIZE"),
    ("The Netherlands imposed sanctions on Burundi.", "SANCTION"),
    ("Argentina recalled its ambassador from Paraguay.", "SANCTION"),
    ("Australia suspended aid to Fiji.", "SANCTION"),
    ("Police arrested the opposition leader.", "COERCE"),
    ("Qatar deported 30 workers.", "COERCE"),
    ("The governor declared a state of emergency.", "COERCE"),
    ("The police used tear gas against demonstrators.", "COERCE"),
    ("Hackers attacked by the state hacked into the ministry.", "COERCE"),
    ("A gunman killed four tourists.", "ASSAULT"),
    ("Militants bombed a market in Quetta.", "ASSAULT"),
    ("Guards tortured the prisoners.", "ASSAULT"),
    ("Ethiopia launched an offensive against the rebels.", "FIGHT"),
    ("Rebel artillery shelled the town of Kosti.", "FIGHT"),
    ("Troops clashed with insurgents near the border.", "FIGHT"),
]


@pytest.mark.parametrize(("sentence", "kind"), CLASSES, ids=[f"{n} {kind}" for n, (_, kind) in enumerate(CLASSES)])
def test_a_sentence_of_each_class_has_an_event_of_its_type(read: Read, sentence: str, kind: str) -> None:
    _, reading = read(sentence)
    assert main_of(reading.events).type == kind


MORE_CLASSES = [
    ("The two ministers exchanged views on fishing at a meeting in Faro.", "CONSULT"),
    ("Talks between the two Koreas opened on Tuesday.", "CONSULT"),
    ("Heavy fighting broke out between the army and the rebels.", "FIGHT"),
    ("The forestry minister handed in her resignation.", "RETREAT"),
    ("The kidnappers handed over three hostages to the consul.", "RETREAT"),
    ("Both rebel groups pulled out of the talks.", "SANCTION"),
    ("Morocco announced plans to lift the curfew.", "AGREE"),
    ("Morocco granted amnesty to the mutineers.", "CONCEDE"),
    ("A coach was seized by customs officers in Tangier.", "COERCE"),
    ("The general gave an ultimatum to the miners.", "THREATEN"),
    ("The police rounded up dozens of students.", "COERCE"),
    ("A car bomb exploded outside the Danish embassy.", "ASSAULT"),
    ("The warships blockaded the island.", "FIGHT"),
    ("Bakers walked off the job in Porto.", "PROTEST"),
    ("Tens of thousands rallied in Quito.", "PROTEST"),
    ("The consul lodged a complaint with the ministry.", "DISAPPROVE"),
]


@pytest.mark.parametrize(("sentence", "kind"), MORE_CLASSES, ids=[kind + " " + s[:30] for s, kind in MORE_CLASSES])
def test_what_is_told_by_particles_by_measures_and_by_nouns_is_read_as_well(
    read: Read, sentence: str, kind: str
) -> None:
    assert main_of(read(sentence)[1].events).type == kind


STANCES = [
    # what is said | type | negated | realis | CAMEO code begins with
    ("Norway has decided to withdraw from the talks.", "SANCTION", False, "planned", "164"),
    ("Norway has not decided to withdraw from the talks.", "SANCTION", True, "planned", "164"),
    ("Norway has decided not to withdraw from the talks.", "AGREE", False, "planned", "03"),
    ("Norway has withdrawn from the talks.", "SANCTION", False, "actual", "164"),
    ("Norway has categorically rejected the Portuguese offer.", "REJECT", False, "actual", "12"),
    ("Norway has not rejected the Portuguese offer.", "REJECT", True, "actual", "12"),
    ("Norway never rejected the Portuguese offer.", "REJECT", True, "actual", "12"),
    ("Norway has pledged to allow inspectors into the plant.", "AGREE", False, "planned", "0355"),
    ("Norway has not pledged to allow inspectors into the plant.", "AGREE", True, "planned", "0355"),
    ("Norway has pledged not to attack Portugal.", "AGREE", False, "planned", "035"),
    ("Norway refused to allow inspectors into the plant.", "REJECT", False, "actual", "1245"),
    ("Norway will not allow inspectors into the plant.", "REJECT", False, "actual", "1245"),
    ("Norway will allow inspectors into the plant.", "AGREE", False, "planned", "0355"),
    ("Norway allowed inspectors into the plant.", "RETREAT", False, "actual", "086"),
    ("Norway did not allow inspectors into the plant.", "RETREAT", True, "actual", "086"),
    ("Norway met Portugal in Bergen.", "CONSULT", False, "actual", "040"),
    ("Norway has not met Portugal.", "CONSULT", True, "actual", "040"),
    ("Norway would not meet Portugal.", "REJECT", False, "actual", "125"),
    ("Norway attacked Portugal.", "FIGHT", False, "actual", "190"),
    ("Norway did not attack Portugal.", "FIGHT", True, "actual", "190"),
    ("Norway will attack Portugal.", "THREATEN", False, "threatened", "138"),
    ("Norway might attack Portugal.", "THREATEN", False, "hypothetical", "138"),
    ("Norway threatened to attack Portugal.", "THREATEN", False, "threatened", "138"),
    ("Norway did not threaten to attack Portugal.", "THREATEN", True, "threatened", "138"),
    ("Norway agreed to a ceasefire with Portugal.", "AGREE", False, "planned", "0356"),
    ("Norway violated the ceasefire.", "FIGHT", False, "actual", "196"),
    ("No ambassador criticised Portugal.", "DISAPPROVE", True, "actual", "111"),
]


@pytest.mark.parametrize("stance", STANCES, ids=[stance[0] for stance in STANCES])
def test_promises_refusals_threats_and_their_negations_are_told_apart(
    read: Read, stance: tuple[str, str, bool, str, str]
) -> None:
    sentence, kind, is_negated, realis, code = stance
    event = main_of(read(sentence)[1].events)
    assert (event.type, event.is_negated, event.realis) == (kind, is_negated, realis)
    assert event.cameo_code.startswith(code)


PARTIES = [
    ("The council issued a statement urging Chad to lift the ban.", ["The council"], ["Chad"]),
    ("Malta lifted sanctions imposed on Libya.", ["Malta"], ["Libya"]),
    ("Italy sent troops to Lebanon.", ["Italy"], ["Lebanon"]),
    ("Italy withdrew its troops from Lebanon.", ["Italy"], ["Lebanon"]),
    ("Italy expelled three diplomats.", ["Italy"], ["three diplomats"]),
    ("The museum returned two statues to Cyprus.", ["The museum"], ["Cyprus"]),
    ("Rebels launched an attack on the Danish embassy in Mogadishu.", ["Rebels"],
     ["the Danish embassy in Mogadishu"]),
    ("Police used tear gas against the demonstrators.", ["Police"], ["the demonstrators"]),
    ("Farmers marched through Lyon to demand help from the ministry.", ["Farmers"], ["the ministry"]),
    ("Bolivia is ready to contribute engineers to Chile.", ["Bolivia"], ["Chile"]),
    ("Finland expressed hope that Russia would leave.", ["Finland"], ["Russia"]),
    ("Ten fishermen were arrested by Moroccan police.", ["Moroccan police"], ["Ten fishermen"]),
    ("Ten fishermen were arrested in Agadir.", [], ["Ten fishermen"]),
    ("Oman and Yemen accused Eritrea of piracy.", ["Oman", "Yemen"], ["Eritrea"]),
    ("The mayor of Turin praised the firefighters and the nurses.", ["The mayor of Turin"],
     ["the firefighters", "the nurses"]),
    ("Norway launched an attack on Portugal.", ["Norway"], ["Portugal"]),
    ("Norway imposed sanctions against Portugal.", ["Norway"], ["Portugal"]),
    ("Norway held talks with Portugal.", ["Norway"], ["Portugal"]),
    ("Norway rejected Portugal's demand.", ["Norway"], ["Portugal"]),
    ("Norway rejected a demand from Portugal.", ["Norway"], ["Portugal"]),
    ("Norway rejected a Portuguese demand.", ["Norway"], ["Portuguese"]),
    ("Norway gave Portugal two helicopters and 12 million euros in aid.", ["Norway"], ["Portugal"]),
    ("Norway urged Portugal to leave the alliance.", ["Norway"], ["Portugal"]),
    ("Norway demanded that Portugal release the crew.", ["Norway"], ["Portugal"]),
    ("Norway, which had attacked Portugal, agreed to talks with Spain.", ["Norway"], ["Spain"]),
    ("Norway said it would not meet Portugal.", ["Norway"], ["Portugal"]),
    ("The premier said Portugal must release the crew.", ["The premier"], ["Portugal"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "sources", "targets"), PARTIES, ids=[row[0] for row in PARTIES])
def test_sources_and_targets_are_read_from_the_sentence(
    read: Read, sentence: str, sources: list[str], targets: list[str]
) -> None:
    event = main_of(read(sentence)[1].events)
    assert (parties(event, "source"), parties(event, "target")) == (sources, targets)


def test_a_noun_tells_of_an_event_with_its_possessor_as_source(read: Read) -> None:
    _, reading = read("Norway's attack on Portugal lasted three days.")
    (event,) = reading.events
    assert (event.type, event.trigger) == ("FIGHT", "attack")
    assert (parties(event, "source"), parties(event, "target")) == (["Norway"], ["Portugal"])


def test_talks_between_two_are_mutual(read: Read) -> None:
    _, reading = read("The talks between Norway and Portugal ended on Monday.")
    (event,) = reading.events
    assert (event.type, event.is_mutual) == ("CONSULT", True)
    assert (parties(event, "source"), parties(event, "target")) == (["Norway"], ["Portugal"])


def test_an_event_has_its_date_its_place_and_its_tense(read: Read) -> None:
    _, reading = read("Norway attacked Portugal on 3 March 2026.\n\nNorway is attacking Portugal.")
    first, second = reading.events
    assert first.date_no is not None and reading.dates[first.date_no].value == "2026-03-03"
    assert (first.tense, second.tense, second.date_no) == ("past", "present", None)


def test_what_somebody_says_is_attributed_to_him_and_what_the_article_says_to_nobody(read: Read) -> None:
    _, reading = read("Norway attacked Portugal, Sunniva Vik said.\n\nNorway attacked Portugal.")
    said, told = reading.events
    assert said.attributed_text == "Sunniva Vik"
    assert said.attributed_actor_no is not None and reading.actors[said.attributed_actor_no].name == "Sunniva Vik"
    assert (told.attributed_text, told.attributed_actor_no) == ("", None)


def test_actors_are_those_of_the_article(read: Read) -> None:
    _, reading = read("Sunniva Vik met Jonas Dahl in Oslo. She criticised the Portuguese government.")
    _, blame = [event for event in reading.events if event.is_main]
    names = [reading.actors[one.actor_no].name for one in blame.actors if one.actor_no is not None]
    assert names == ["Sunniva Vik", "Portugal"]


def test_only_one_event_of_a_sentence_is_the_main_one(read: Read) -> None:
    _, reading = read("Norway condemned Portugal, recalled its ambassador and imposed sanctions on the shipowners.")
    assert [event.type for event in reading.events] == ["DISAPPROVE", "SANCTION", "SANCTION"]
    assert [event.is_main for event in reading.events] == [True, False, False]


def test_the_means_of_a_killing_decide_what_it_is(read: Read) -> None:
    means = {
        "An air strike killed five farmers.": "195",
        "Rebel warplanes killed five farmers.": "195",
        "A roadside bomb killed five farmers.": "183",
        "Five farmers were killed in a gun battle.": "193",
        "Five farmers were killed in a suicide attack.": "1831",
        "A gunman killed five farmers.": "1823",
    }
    assert {sentence: main_of(read(sentence)[1].events).cameo_code for sentence in means} == means


def test_a_strike_on_somebody_is_no_walkout(read: Read) -> None:
    blow, walkout = (
        main_of(read(sentence)[1].events).type
        for sentence in ("The air force carried out strikes against the rebels.", "Bakers went on strike over pay.")
    )
    assert (blow, walkout) == ("FIGHT", "PROTEST")


def test_what_has_to_be_done_or_may_be_done_is_not_told_as_done(read: Read) -> None:
    sentences = (
        "Norway has to allow inspectors into the plant.",
        "Norway has the right to arrest smugglers.",
        "If Norway attacked Portugal, the alliance would fall.",
    )
    assert [read(sentence)[1].events[0].realis for sentence in sentences] == ["hypothetical"] * 3


def test_what_is_no_actor_does_nothing(read: Read) -> None:
    _, reading = read("The blend offers berry notes. The fee supports our work. Storms killed two men.")
    assert reading.events == ()


def test_names_and_things_that_are_open_or_free_tell_of_nothing(read: Read) -> None:
    _, reading = read("A woman called Ana Berg sings there. The bay was free of ice. She gave a talk on glaciers.")
    assert reading.events == ()


def test_sentences_without_deeds_have_no_events(read: Read) -> None:
    _, reading = read("The bakery opens at seven. Its bread is good. Prices rose by two percent in May.")
    assert reading.events == ()


def test_a_language_without_a_parse_has_no_events(read: Read) -> None:
    _, reading = read("Norge angrep Portugal.", language="nb")
    assert reading.events == ()


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Norway called its ambassador home on Friday.", []),
        ("Norway has called back its envoy to Egypt.", ["Egypt"]),
        ("Norway recalled its ambassador from Lisbon.", ["Lisbon"]),
    ],
)
def test_those_who_are_called_home_are_nobody_s_target(read: Read, sentence: str, targets: list[str]) -> None:
    event = main_of(read(sentence)[1].events)
    assert (event.type, event.cameo_code, parties(event, "target")) == ("SANCTION", "161", targets)


def test_who_will_not_go_on_with_talks_rejects_them(read: Read) -> None:
    event = main_of(read("Norway will not resume the talks until the ferry has sailed.")[1].events)
    assert (event.type, event.cameo_code) == ("REJECT", "125")


def test_what_is_waited_for_has_not_happened(read: Read) -> None:
    until, *_ = (e for e in read("The crews wait until Norway signs the treaty with Chile.")[1].events)
    assert until.realis == "hypothetical"
    after, *_ = (e for e in read("The crews waited until Norway signed the treaty with Chile.")[1].events)
    assert after.realis == "actual"


def test_a_length_behind_a_noun_is_not_when_it_happened(read: Read) -> None:
    _, reading = read("Norway rejected a proposal from Chile for a pause of ten days on Monday.")
    event = main_of(reading.events)
    assert event.date_no is not None
    assert reading.dates[event.date_no].surface == "Monday"
    assert main_of(read("Norway rejected a proposal from Chile for a pause of ten days.")[1].events).date_no is None


def test_a_place_that_others_are_measured_by_is_not_where_it_happened(read: Read) -> None:
    event = main_of(read("Norway gave Chile aid, more than any other country in Portugal.")[1].events)
    assert event.place_no is None


def test_whoever_holds_a_role_in_the_sentence_is_the_actor(read: Read) -> None:
    body = "Ana Berg waited. The head of the Federal Harbour Service, Rui Salgado, met two envoys on Monday."
    reading = read(body)[1]
    event = main_of([e for e in reading.events if e.type == "CONSULT"])
    actors = {actor.side: actor.actor_no for actor in event.actors}
    assert reading.actors[actors["source"] or 0].name == "Rui Salgado"
    assert actors["target"] is None


def test_a_named_party_is_its_name_without_where_it_sits(read: Read) -> None:
    event = main_of(read("The Portuguese premier met the World Health Organization in Lisbon.")[1].events)
    assert parties(event, "target") == ["the World Health Organization"]
