"""The sample articles in `seeds/`: own words, true facts, and the mess of real news pages.

Every seed was written for this project from public facts and figures. No sentence comes from
another text, and outlets, photographers and unnamed speakers are invented. A name may start with
the date of publication; otherwise that date must be found in the text, or cannot be found.
All are UTF-8 except `2020-02-28_turkish_soldiers_33_killed.txt`, which is windows-1252 and
must not decode as UTF-8, so that a reader's second encoding is used at least once.

* 2018-01-11_abu_duhour_airbase: mojibake, with the C1 controls browsers leave; a siege.
* 2019-05-13_idlib_35_dead: headline twice; elliptic toll; hospitals lost; a comment form.
* idlib_city_market_strike: stamp without a year; captions; a denial; a toll inside a toll.
* morek_crossing_closed: weekdays but no date; navigation; a closed crossing; a breach denied.
* maaret_al_numan_counter_push: "01 December, 2019"; sentences glued where breaks were lost.
* 2020-02-28_turkish_soldiers_33_killed: a first toll; a party's own claim; a threat.
* 2020-03-06_moscow_protocol: another outlet, another toll of the same strike; deal terms.
* karabakh_deal_peacekeepers: "10.11.2020", ambiguous by itself; a deal with deadlines.
* ukraine_prisoners_swapped: no apostrophes and few commas; a release of prisoners.
* yemen_truce_extended: a truce prolonged; a siege; backers on both sides.
* 2023-06-01_sudan_jeddah_talks: talks broken off; accusation and rejection.
* gaza_second_release_delayed: no stamp at all; hostages freed; aid delivered.
"""

import json
import lzma
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
SHARED = ROOT.parent / "shared"
NAMES = tuple(sorted(path.name for path in SEEDS.glob("*.txt")))
CP1252 = frozenset({"2020-02-28_turkish_soldiers_33_killed.txt"})

RUN_WORDS = 8
LEAST_WORDS = 150
MOST_BYTES = 8_000

ABU_DUHOUR = "2018-01-11_abu_duhour_airbase.txt"
LATAKIA = "2019-05-13_idlib_35_dead.txt"
MARKET = "idlib_city_market_strike.txt"
MOREK = "morek_crossing_closed.txt"
MAARET = "maaret_al_numan_counter_push.txt"
BALYUN = "2020-02-28_turkish_soldiers_33_killed.txt"
MOSCOW = "2020-03-06_moscow_protocol.txt"
KARABAKH = "karabakh_deal_peacekeepers.txt"
UKRAINE = "ukraine_prisoners_swapped.txt"
YEMEN = "yemen_truce_extended.txt"
SUDAN = "2023-06-01_sudan_jeddah_talks.txt"
GAZA = "gaza_second_release_delayed.txt"

# kind of mess or of statement, file, the words that show it
MARKERS = (
    ("name: Idleb", LATAKIA, "Idleb"),
    ("name: Idlib", MARKET, "Idlib"),
    ("name: al-Cham", LATAKIA, "Hayat Tahrir al-Cham (HTS)"),
    ("name: Al-Cham", MARKET, "Hayat Tahrir Al-Cham"),
    ("name: al-Shaam", MOREK, "Hayaat Tahrir al-Shaam"),
    ("name: al-Sham", MAARET, "Hayat Tahrir al-Sham"),
    ("name: Maarat Al-Nouman", MARKET, "Maarat Al-Nouman"),
    ("name: Maaret al-Numan", MAARET, "Maaret al-Numan"),
    ("name: OSDH", LATAKIA, "(OSDH)"),
    ("name: SOHR", MOREK, "the SOHR"),
    ("caption with credit", MARKET, "(Photo: Northern Courier / S. Haddad)"),
    ("caption with date", ABU_DUHOUR, "Jan. 7, 2018"),
    ("teaser: Read also", MARKET, "\nRead also: "),
    ("teaser: Read more", MAARET, "\nRead more: "),
    ("comment form", LATAKIA, "\nLeave a Reply\n"),
    ("comment form: e-mail", LATAKIA, "\nYour email address will not be published.\n"),
    ("navigation", MOREK, "Home | News | Syria"),
    ("byline", SUDAN, "\nBy Levant Wire reporters in Port Sudan and Cairo\n"),
    ("agency dateline", BALYUN, "ANKARA, Feb 28 (Levant Wire)"),
    ("mojibake: cp1252 quote", ABU_DUHOUR, "\u00e2\u20ac\u0153They"),
    ("mojibake: cp1252 apostrophe", ABU_DUHOUR, "army\u00e2\u20ac\u2122s"),
    ("mojibake: cp1252 letters", ABU_DUHOUR, "Mevl\u00c3\u00bct"),
    ("mojibake: mac", ABU_DUHOUR, "north-east of\u201a\u00c4\u010d Hama"),
    ("curly quotes as bytes", BALYUN, "\u201cneutralised\u201d"),
    ("stamp: day month comma year", MAARET, "\n01 December, 2019\n"),
    ("stamp: no year", MARKET, "\nThursday, January 16\n"),
    ("stamp: numeric", KARABAKH, "10.11.2020 11:20"),
    ("stripped apostrophes", UKRAINE, "Ukraines army"),
    ("glued paragraphs", MAARET, "on Sunday.Of the dead"),
    ("toll: first outlet", BALYUN, "killed 33 Turkish soldiers"),
    ("toll: second outlet", MOSCOW, "killed 34 Turkish soldiers"),
    ("toll: elliptic", LATAKIA, "19 jihadists and 16 soldiers or allied militiamen were killed"),
    ("toll: inside a toll", MARKET, "nearly 20 civilians, including three children"),
    ("denial by Moscow", MARKET, "Moscow denied that its aircraft"),
    ("denial by Russia's ministry", BALYUN, "ministry denied that its planes had bombed"),
    ("a party's own claim", BALYUN, "claimed that 309 Syrian soldiers"),
    ("threat", BALYUN, "had threatened to drive the Syrian army back"),
    ("planned offensive", GAZA, "the fighting will resume"),
    ("displaced, by the UN", LATAKIA, "According to the United Nations, about 180,000 people fled"),
    ("hospitals lost", LATAKIA, "18 health facilities had been put out of action"),
    ("crossing closed", MOREK, "was closed for two days"),
    ("hostages released", GAZA, "Hamas released 13 Israelis"),
    ("prisoners released", UKRAINE, "released 139 Ukrainian soldiers"),
    ("aid delivered", GAZA, "137 lorries with relief goods were unloaded"),
    ("siege", ABU_DUHOUR, "rebels have besieged since 2015"),
    ("breach: accusation", MOREK, "accused Ankara of failing to honour the deal"),
    ("breach: rejection", MOREK, "rejected the accusation"),
    ("control", MAARET, "controls Idlib"),
    ("leadership", LATAKIA, "HTS leader Abu Mohammad al-Jolani"),
    ("affiliation", LATAKIA, "the former Syrian branch of Al-Qaeda"),
    ("backing: ally", LATAKIA, "Russia, the government's ally"),
    ("backing: clause", MOREK, "Turkey, which backs the rebels"),
    ("backing: Turkish-backed", BALYUN, "Turkish-backed rebels"),
    ("backing: Iran-backed", YEMEN, "Iran-backed Houthis"),
)


def seed_text(name: str) -> str:
    encoding = "cp1252" if name in CP1252 else "utf-8"
    return (SEEDS / name).read_bytes().decode(encoding)


def word_runs(text: str) -> set[str]:
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[at : at + RUN_WORDS]) for at in range(len(words) - RUN_WORDS + 1)}


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings_in(part)


def lines_of(corpus: Path) -> list[str]:
    packed = corpus.read_bytes()
    plain = lzma.decompress(packed) if corpus.suffix == ".xz" else packed
    return plain.decode("utf-8").splitlines()


def others_texts() -> Iterator[str]:
    for path in sorted((SHARED / "articles").glob("*.txt")):
        yield path.read_text(encoding="utf-8", errors="replace")
    for corpus in sorted((SHARED / "corpora").glob("*.jsonl*")):
        for line in lines_of(corpus):
            if line.strip():
                yield from strings_in(json.loads(line))


def test_there_are_at_least_eight_seeds() -> None:
    assert len(NAMES) >= 8


def test_the_list_above_names_every_seed() -> None:
    listed = re.findall(r"^\* (\S+):", __doc__ or "", flags=re.MULTILINE)
    assert sorted(f"{stem}.txt" for stem in listed) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_is_long_enough_to_read_and_small_enough_to_ship(name: str) -> None:
    assert len(seed_text(name).split()) >= LEAST_WORDS
    assert (SEEDS / name).stat().st_size <= MOST_BYTES


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_has_unix_line_ends_so_offsets_hold_in_any_reader(name: str) -> None:
    assert "\r" not in seed_text(name)
    assert seed_text(name).endswith("\n")


@pytest.mark.parametrize("name", sorted(CP1252))
def test_the_windows_seed_is_no_valid_utf8(name: str) -> None:
    with pytest.raises(UnicodeDecodeError):
        (SEEDS / name).read_bytes().decode("utf-8")


@pytest.mark.parametrize(("kind", "name", "words"), MARKERS, ids=[row[0] for row in MARKERS])
def test_each_kind_of_mess_stands_in_a_seed(kind: str, name: str, words: str) -> None:
    assert words in seed_text(name), kind


def test_no_kind_is_listed_twice() -> None:
    kinds = [row[0] for row in MARKERS]
    assert sorted(set(kinds)) == sorted(kinds)


def test_the_repeated_headline_stands_twice_at_the_top() -> None:
    lines = [line for line in seed_text(LATAKIA).splitlines() if line]
    assert lines[0] == lines[1]


def test_the_stripped_seed_holds_no_apostrophe() -> None:
    assert not set("'\u2019`") & set(seed_text(UKRAINE))


def test_the_undated_seed_tells_no_year_of_publication() -> None:
    assert re.findall(r"\b(?:19|20)\d\d\b", MOREK + seed_text(MOREK)) == []


def test_word_runs_ignore_case_and_punctuation() -> None:
    assert word_runs("One, two three \u201cfour\u201d five-six SEVEN eight!") == {
        "one two three four five six seven eight"
    }
    assert word_runs("one two three four five six seven") == set()


def test_seeds_share_no_eight_words_with_the_texts_of_others() -> None:
    if not (SHARED / "articles").is_dir():
        pytest.skip("the texts to compare with (../shared) are not here")
    runs = {name: word_runs(seed_text(name)) for name in NAMES}
    ours = set().union(*runs.values())
    shared = {run for text in others_texts() for run in word_runs(text) & ours}
    assert {name: sorted(runs[name] & shared) for name in NAMES if runs[name] & shared} == {}
