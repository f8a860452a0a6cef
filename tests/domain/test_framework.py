"""A framework is data: what a file says is what there is, and what is wrong with it is said."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer import resources
from scrutineer.domain.framework import Framework, FrameworkItem, ItemRef, MalformedFramework, Use, parse

CODE, EDITION = r"[A-Z0-9_]{1,40}", r"[A-Za-z0-9.-]{1,40}"
words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=30)
items = st.lists(
    st.builds(FrameworkItem, st.from_regex(r"[A-Za-z0-9_.-]{1,40}", fullmatch=True), words, words | st.just("")),
    min_size=1, max_size=5, unique_by=lambda item: item.code,
)  # fmt: skip
frameworks = st.builds(
    Framework, code=st.from_regex(CODE, fullmatch=True), edition=st.from_regex(EDITION, fullmatch=True), title=words,
    source=words, items=items.map(tuple), purpose=words | st.just(""), short=words | st.just(""),
    use=st.sampled_from(Use),
)  # fmt: skip
GOOD = 'code = "A"\nedition = "1"\ntitle = "T"\nsource = "S"\n[[items]]\ncode = "1"\ntitle = "I"\n'


def quoted(text: str) -> str:
    """A text as TOML has it."""
    return json.dumps(text, ensure_ascii=False)


def written(framework: Framework) -> str:
    """The framework as its file."""
    said = {"code": framework.code, "edition": framework.edition, "title": framework.title, "short": framework.short,
            "source": framework.source, "purpose": framework.purpose, "use": framework.use.value}  # fmt: skip
    lines = [f"{key} = {quoted(value)}" for key, value in said.items() if value]
    for item in framework.items:
        lines += ["[[items]]", f"code = {quoted(item.code)}", f"title = {quoted(item.title)}"]
        lines += [f"question = {quoted(item.question)}"] if item.question else []
    return "\n".join(lines)


@given(frameworks)
def test_a_framework_that_is_written_to_a_file_is_read_again_as_it_was(framework: Framework):
    assert parse(written(framework).encode(), "a.toml") == framework


@given(frameworks)
def test_every_item_has_a_reference_that_is_understood_again(framework: Framework):
    for item in framework.items:
        assert ItemRef.parse(framework.ref(item)) == (framework.code, framework.edition, item.code)
        assert framework.item(item.code) == item
    assert framework.item("there is none") is None


@given(st.text())
def test_a_text_is_a_reference_or_none_and_a_reference_is_the_text_again(text: str):
    ref = ItemRef.parse(text)
    assert ref is None or str(ref) == text


@pytest.mark.parametrize(("wrong", "right", "says"), [
    ('code = "A"', "", "the file, code: this is missing."),
    ('code = "A"', 'code = "small"', "the file, code: “small” should be made of capital letters, digits and _."),
    ('edition = "1"', 'edition = "of 2023"', "the file, edition: “of 2023” should be made of letters, digits, dots"),
    ('edition = "1"', "edition = 2023", "the file, edition: this should be text in quotation marks."),
    ('source = "S"', 'sauce = "S"', "the file, sauce: this key is not known; there may be code, edition, items,"),
    ('source = "S"', 'source = "S"\nuse = "both"', "the file, use: “both” should be one of judgement, confirmation."),
    ("[[items]]", "[items]", "the file, items: at least one [[items]] is needed."),
    ('title = "I"', "", "items, number 1, title: this is missing."),
    ('title = "I"', 'title = "I"\nwhy = "?"', "items, number 1, why: this key is not known;"),
    ('title = "I"', 'title = "I"\n[[items]]\ncode = "1"\ntitle = "J"', "the file, items: the code “1” stands there"),
    ('title = "T"', "title = T", ", line 3: "),
])  # fmt: skip
def test_a_mistake_is_said_with_its_place(wrong: str, right: str, says: str):
    with pytest.raises(MalformedFramework) as refusal:
        parse(GOOD.replace(wrong, right, 1), "a.toml")
    assert str(refusal.value).startswith("“a.toml”, ")
    assert says in str(refusal.value)


def test_a_framework_has_no_more_items_than_can_be_judged():
    many = "".join(f'[[items]]\ncode = "n{number}"\ntitle = "I"\n' for number in range(200))
    with pytest.raises(MalformedFramework, match="items: there may be 200 and there are 201"):
        parse(GOOD + many, "a.toml")


def test_editions_sort_by_their_numbers():
    def edition(name: str) -> Framework:
        return Framework("A", name, "T", "S", ())

    editions = ["2023", "2019", "10", "9", "draft", "2023.1"]
    in_order = [one.edition for one in sorted(map(edition, editions), key=lambda one: one.age)]
    assert in_order == ["draft", "9", "10", "2019", "2023", "2023.1"]


@pytest.mark.parametrize("path", sorted(resources.path("frameworks").glob("*.toml")), ids=lambda path: path.stem)
def test_what_comes_with_the_program_says_its_source_its_purpose_and_a_question_for_each_item(path):
    framework = parse(path.read_bytes(), path.name)
    assert framework.short
    assert framework.purpose
    assert all(item.question.endswith("?") for item in framework.items)
    assert "own words" in framework.source
