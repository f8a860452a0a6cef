"""A small file is read whatever is in it: either it is understood, or a sentence says where and what is wrong."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scrutineer.domain.toml_file import LARGEST, Asked, Malformed

ANY_TOML = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=8,
)


def refused(data: bytes | str) -> str:
    with pytest.raises(Malformed) as refusal:
        Asked.read(data, "a.toml")
    return str(refusal.value)


@given(st.binary(max_size=400) | st.text(max_size=400))
@example(b"\xff\xfe")
@example("a = [" * 20_000)
@example("a = " + "9" * 10_000)
@example("a = 2026-13-45")
@example("\x00")
@example('"="' + ".a" * 100_000 + " = 1")
@example("[" + "a." * 100_000 + "a]")
def test_any_bytes_are_a_table_or_a_sentence_that_names_the_file(data: bytes | str):
    sentence = "“a.toml” is read."
    try:
        Asked.read(data, "a.toml")
    except Malformed as refusal:
        sentence = str(refusal)
    assert sentence.startswith("“a.toml”")
    assert sentence.endswith(".")
    assert len(sentence) < 400


@given(st.lists(st.sampled_from(["", "# words", 'a{n} = "é"', "[t{n}]"]), max_size=30))
def test_a_slip_of_syntax_is_found_on_its_line(lines: list[str]):
    text = "\n".join([*(line.format(n=number) for number, line in enumerate(lines)), "slip"])
    assert refused(text).startswith(f"“a.toml”, line {len(lines) + 1}: ")
    assert refused(text.replace("\n", "\r\n").encode()).startswith(f"“a.toml”, line {len(lines) + 1}: ")


def test_a_character_that_is_not_utf_8_is_found_on_its_line_and_a_mark_at_the_beginning_is_none():
    assert refused("a = 1\nb = 'é'\n".encode("latin-1")) == (
        "“a.toml”, line 2: a character there is not in UTF-8; save the file as UTF-8."
    )
    assert Asked.read('\ufefftitle = "t"'.encode(), "a.toml").text("title") == "t"
    assert Asked.read('\ufefftitle = "t"', "a.toml").text("title") == "t"


def test_a_file_that_is_far_too_large_is_refused_before_it_is_read():
    assert refused(b"#" * (LARGEST + 1)) == "“a.toml” has 262,145 bytes; there may be 262,144."
    assert refused("#" * (LARGEST + 1)) == "“a.toml” has 262,145 characters; there may be 262,144."


@pytest.mark.parametrize(("toml", "ask", "says"), [
    ("", lambda asked: asked.text("title"), "title: this is missing."),
    ("title = 3", lambda asked: asked.text("title"), "title: this should be text in quotation marks."),
    ("title = ' '", lambda asked: asked.text("title"), "title: this is empty."),
    (f"title = '{'x' * 301}'", lambda asked: asked.text("title"), "title: this may have 300 characters and has 301."),
    ("code = 'a b'", lambda asked: asked.matching("code", re.compile("[a-z]+"), "small letters"),
     "code: “a b” should be made of small letters."),
    ("use = 'both'", lambda asked: asked.one_of("use", ("one", "other")), "use: “both” should be one of one, other."),
    ("kinds = -1", lambda asked: asked.count("kinds", 5), "kinds: this should be a whole number from 0 to 5."),
    ("kinds = true", lambda asked: asked.count("kinds", 5), "kinds: this should be a whole number from 0 to 5."),
    ("kinds = 1e9", lambda asked: asked.count("kinds", 5), "kinds: this should be a whole number from 0 to 5."),
    ("titel = 't'", lambda asked: asked.nothing_but("title"), "titel: this key is not known; there may be title."),
    ("items = []", lambda asked: asked.tables("items", 9), "items: at least one [[items]] is needed."),
    ("items = 'x'", lambda asked: asked.tables("items", 9), "items: at least one [[items]] is needed."),
    ("items = [{}, {}]", lambda asked: asked.tables("items", 1), "items: there may be 1 and there are 2."),
])  # fmt: skip
def test_each_mistake_is_said_with_the_table_and_the_key(toml, ask, says):
    with pytest.raises(Malformed) as refusal:
        ask(Asked.read(toml, "a.toml"))
    assert str(refusal.value) == f"“a.toml”, the file, {says}"


def test_a_list_within_a_file_names_which_of_its_tables_is_meant():
    with pytest.raises(Malformed, match=r"^“a\.toml”, items, number 2: this should be a table"):
        Asked.read("items = [{}, 3]", "a.toml").tables("items", 9)


@given(st.dictionaries(st.sampled_from(["title", "use", "kinds", "items", "code"]), ANY_TOML))
def test_whatever_a_key_holds_it_is_a_value_of_the_kind_asked_for_or_refused(table):
    asked = Asked("a.toml", "the file", table)
    for ask, kind in (
        (lambda: asked.text("title"), str), (lambda: asked.one_of("use", ("one", "other")), str),
        (lambda: asked.count("kinds", 5), int), (lambda: asked.tables("items", 9), list),
    ):
        with suppress(Malformed):
            assert isinstance(ask(), kind)
