"""Which frameworks there are, which items can be chosen, and what they are called here."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from scrutineer import resources
from scrutineer.domain.errors import Invalid
from scrutineer.domain.framework import ItemRef, MalformedFramework, Use
from scrutineer.register.register import Register
from scrutineer.register.scales import scale
from scrutineer.reports import whole_record
from tests.register.conftest import Periods, refused

STEP_3 = "SIX_STEPS_2019@2019:3"
OURS = """
code = "OURS"
edition = "{edition}"
title = "What we ask of ourselves"
source = "Agreed by the Executive Group"
[[items]]
code = "a"
title = "{words}"
"""


def ours(edition: str = "1", words: str = "Nobody is seen once only") -> bytes:
    return OURS.format(edition=edition, words=words).encode()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The frameworks of a copy of the program's data files."""
    copy = tmp_path / "resources"
    for name in ("frameworks", "scales"):
        shutil.copytree(resources.path(name), copy / name)
    monkeypatch.setattr(resources, "folder", lambda: copy)
    return copy / "frameworks"


def test_five_frameworks_come_with_the_program_and_every_one_can_be_read(register: Register):
    counts = {one.name: len(one.items) for one in register.frameworks.loaded()}
    assert counts == {
        "HERTS_AIMS@early-adopter": 15, "S11_8@2007": 8, "SIX_STEPS_2019@2019": 6, "WT2023_FUNCTIONS@2023": 7,
        "YEARLY_CONFIRMATIONS@2023": 9,
    }  # fmt: skip
    assert register.frameworks.malformed() == []
    assert [one.code for one in register.frameworks.loaded(Use.CONFIRMATION)] == ["YEARLY_CONFIRMATIONS"]


def test_every_item_that_is_offered_has_a_reference_that_leads_back_to_it(register: Register):
    offered = register.frameworks.offered()
    assert len(offered) == 15 + 8 + 6 + 7
    for one in offered:
        assert ItemRef.parse(one.ref)
        placed = register.frameworks.item(one.ref)
        assert placed is not None
        assert placed.item.title == one.words


def test_what_is_only_to_be_confirmed_is_not_offered_but_has_a_title(register: Register):
    ref = "YEARLY_CONFIRMATIONS@2023:voice"
    assert ref not in {one.ref for one in register.frameworks.offered()}
    assert register.frameworks.title_of(ref).startswith("Children and families are asked")


def test_our_own_wording_is_used_until_it_is_taken_back(register: Register):
    ours = register.frameworks.title_of(STEP_3)
    register.local_wordings.word(STEP_3, " Voice and engagement ")
    register.local_wordings.word(STEP_3, "Voice, and what came of it")
    assert register.frameworks.title_of(STEP_3) == "Voice, and what came of it"
    assert "Voice, and what came of it" in {one.words for one in register.frameworks.offered()}
    register.local_wordings.word(STEP_3, "")
    assert register.frameworks.title_of(STEP_3) == ours


@pytest.mark.parametrize("ref", ["", "SIX_STEPS_2019@2019:99", "GONE@2031:1", "no reference at all", "x" * 10_000])
def test_a_reference_that_is_not_known_is_shown_as_it_stands(register: Register, ref: str):
    assert register.frameworks.item(ref) is None
    assert register.frameworks.title_of(ref) == ref
    assert (ref, ref, "Not known here") in register.frameworks.offered(chosen=[ref])


def test_a_framework_that_is_brought_in_is_offered_and_travels_with_the_record(register: Register):
    register.frameworks.bring_in(ours(), "ours.toml")
    assert ("OURS@1:a", "Nobody is seen once only", "What we ask of ourselves") in register.frameworks.offered()
    assert [one.file_name for one in register.frameworks.all()] == ["ours.toml"]


def test_the_newest_edition_is_offered_and_an_earlier_one_stays_for_what_was_chosen(register: Register):
    for edition in ("9", "10"):
        register.frameworks.bring_in(ours(edition, f"As worded in {edition}"), f"ours-{edition}.toml")
    offered = {one.ref: one for one in register.frameworks.offered()}
    assert "OURS@10:a" in offered
    assert "OURS@9:a" not in offered
    kept = {one.ref: one for one in register.frameworks.offered(chosen=["OURS@9:a"])}
    assert kept["OURS@9:a"].label == "What we ask of ourselves (9): As worded in 9"
    newest = register.frameworks.find_framework("OURS")
    assert newest is not None
    assert newest.edition == "10"


def test_an_edition_that_is_here_is_not_replaced(register: Register):
    register.frameworks.bring_in(ours(), "ours.toml")
    assert "needs an edition of its own" in refused(register.frameworks.bring_in, ours(words="Other"), "b.toml")["file"]
    shipped = (resources.path("frameworks") / "s11_8.toml").read_bytes()
    with pytest.raises(Invalid):
        register.frameworks.bring_in(shipped, "s11_8.toml")
    assert register.frameworks.title_of("OURS@1:a") == "Nobody is seen once only"


def test_a_file_that_is_not_a_framework_is_refused_and_nothing_is_kept(register: Register):
    with pytest.raises(MalformedFramework, match=r"“bad.toml”, line 2"):
        register.frameworks.bring_in(b'code = "X"\nedition = \n', "bad.toml")
    assert register.frameworks.all() == []


def test_a_file_in_the_resources_is_all_that_a_new_framework_needs_to_be_offered_judged_and_printed(
    register: Register, folder: Path, periods: Periods,
):
    (folder / "ours.toml").write_bytes(ours())
    assert "OURS@1:a" in {one.ref for one in register.frameworks.offered()}
    subject = ("framework_item", "OURS@1:a")
    assert dict(register.judging.offered(periods[1]))[subject].endswith(": Nobody is seen once only")
    judged = register.judgements.judge(replace(register.judgements.begin(periods[1], subject), rating="reasonable"))
    assert judged.about == "Nobody is seen once only"
    assert register.judging.lines(periods[1])[-1].title == "Nobody is seen once only"
    register.partnerships.save(replace(register.partnership, framework="OURS@1"))
    assert [line.title for line in register.judging.lines(periods[1])][1:] == ["Nobody is seen once only"]
    printed = str(whole_record.document(register.figures.whole()))
    assert "Nobody is seen once only (OURS@1:a)" in printed
    assert all(words in printed for words in ("Reasonable assurance", scale(judged.scale).title, "quarter 3"))
    assert "'reasonable'" not in printed


def test_a_malformed_file_in_the_resources_gives_its_sentence_and_spoils_nothing_else(
    register: Register, folder: Path,
):
    (folder / "zz.toml").write_text('code = "ZZ"\nedition = "1"\ntitle = "Z"\n[[items]]\ncode = "1"\ntitle = "t"\n')
    assert register.frameworks.malformed() == ["“zz.toml”, the file, source: this is missing."]
    assert len(register.frameworks.loaded()) == 5
