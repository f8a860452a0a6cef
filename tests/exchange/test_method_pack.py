"""A method given away and opened again: whole, readable, and with nothing of the record in it."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.activity import ActivityType
from scrutineer.domain.entity import described
from scrutineer.domain.method import Method
from scrutineer.exchange import method_pack
from scrutineer.exchange.method_pack import LARGEST, NotAMethod
from tests.factories import MOMENT, entities, filled

VOICE = Method(
    title="Hearing young carers", type=ActivityType.CHILDREN_ENGAGEMENT, lines_of_enquiry="- Who asks them?\n- When?",
    appreciative='When did it feel "right"?',
)
NASTY = st.text(max_size=40) | st.sampled_from(['"', '""', '"""', 'a"""', "\\", "\\u0041", "\r\n", "\n", "'''", "#"])


def _said(method: Method) -> dict[str, object]:
    return {spec.name: getattr(method, spec.name) for spec in described(Method) if spec.name != "origin"}


@given(entities(Method, NASTY))
def test_whatever_was_typed_comes_back(method):
    kept = replace(method.cleaned(), title=method.cleaned().title or "A method")
    again = method_pack.from_text(method_pack.to_text(kept), "a file")
    assert _said(again) == _said(kept.cleaned())
    assert again.id != kept.id


def test_the_file_can_be_read_by_eye():
    assert method_pack.to_text(VOICE).split("\n", 3)[3] == (
        'format = 1\ntitle = "Hearing young carers"\ntype = "children_young_people_engagement"\n'
        'lines_of_enquiry = """\n- Who asks them?\n- When?"""\nappreciative = """\nWhen did it feel "right"?"""\n'
    )


def test_nothing_of_the_record_goes_with_it():
    method = replace(
        filled(Method, "MARK"), id="MARKid", created_at=MOMENT, updated_at=MOMENT, private=("tool", "wording")
    )
    table = tomllib.loads(method_pack.to_text(method))
    open_to_all = {spec.name for spec in described(Method)} - {"origin", "tool", "wording"}
    assert table.keys() == open_to_all | {"format"}
    text = method_pack.to_text(method)
    assert not [one for one in ("MARKid", "MARK tool", "MARK wording", "2026-11-23") if one in text]


@pytest.mark.parametrize(("text", "sentence"), [
    ("", "does not say which format it is in"),
    ("format = 1\ntitle = 'A'\nformat = 1", "see line 3"),
    ("format = [", "see line 1"),
    ("format = true\ntitle = 'A'", "does not say which format"),
    ("format = 2\ntitle = 'A'", "newer version"),
    ("format = 0\ntitle = 'A'", "format 0, which there never was"),
    ("format = 1", "Method: please fill this in."),
    ("format = 1\ntitle = 7", "Method: this should be text in quotation marks."),
    ("format = 1\ntitle = 'A'\ntype = 'raid'", "not known here: “raid”"),
    ("format = 1\ntitle = 'A'\nfinding = 'B'", "“finding”, which is no part of a method"),
    ("format = 1\ntitle = 'A'\nprivate = 'tool'", "“private”"),
    ("format = 1\ntitle = '" + "A" * 301 + "'", "at most 300 characters"),
    ("a = " + "[" * 5_000, "see line 1"),
])  # fmt: skip
def test_what_is_wrong_with_a_file_is_said_in_a_sentence(text, sentence):
    with pytest.raises(NotAMethod) as refusal:
        method_pack.from_text(text, "theirs.scrutineer-method")
    assert sentence in refusal.value.sentence
    assert "theirs.scrutineer-method" in refusal.value.sentence


@pytest.mark.parametrize(("data", "sentence"), [
    (b"\xff\xfe\x00", "is not a text"),
    (b"#" * (LARGEST + 1), "larger than a method may be, which is 256 KB"),
    (b"PK\x03\x04", "is not written as a method is"),
])
def test_other_files_under_its_name_are_refused(tmp_path, data, sentence):
    path = tmp_path / "theirs.scrutineer-method"
    path.write_bytes(data)
    with pytest.raises(NotAMethod, match=sentence):
        method_pack.read(path)


def test_a_folder_or_no_file_is_refused(tmp_path):
    for path in (tmp_path, tmp_path / "gone"):
        with pytest.raises(NotAMethod, match="is not a file"):
            method_pack.read(path)


def test_a_file_is_opened_also_with_a_mark_at_its_beginning_and_line_ends_of_windows(tmp_path):
    path = tmp_path / "theirs.scrutineer-method"
    path.write_bytes(b"\xef\xbb\xbf" + method_pack.to_text(VOICE).replace("\n", "\r\n").encode())
    assert _said(method_pack.read(path)) == _said(VOICE)
