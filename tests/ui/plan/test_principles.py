"""The set is typed as a whole, and an example noted for one of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.principle import Principle
from scrutineer.register.principles import Worded
from scrutineer.ui.plan import principles
from tests.factories import TODAY
from tests.ui.window import fill_in, on_sheet

WORDS = st.text("abc ", min_size=1, max_size=9).map(str.strip).filter(bool)
SET = "We welcome challenge\nIt helps us learn.\nWe ask for it.\n\nWe see the child"


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5))
def test_a_set_is_typed_as_it_is_read(worded):
    known = [Principle(title=title, text=text) for title, text in worded]
    read = principles.as_worded(principles.as_text(known))
    if len(known) > 1:
        assert read == [Worded(*one) for one in worded]


def test_a_plain_list_of_lines_is_a_principle_each():
    assert principles.as_worded("One\nTwo\n") == [Worded("One"), Worded("Two")]
    assert principles.as_worded(" \n") == []


def test_the_set_is_kept_and_its_next_version_begins_with_its_words(register, tools, parent):
    on_sheet(fill_in(words=SET, agreed_on=TODAY))
    assert principles.ask(tools, parent) == "Version 1 of the principles is kept."
    assert [(one.title, one.text) for one in register.principles.current()] == [
        ("We welcome challenge", "It helps us learn.\nWe ask for it."), ("We see the child", ""),
    ]  # fmt: skip
    begun = []
    on_sheet(lambda sheet: (begun.append(sheet.form.field("words").value()), sheet.save()))
    assert principles.ask(tools, parent).startswith("Version 2 of the principles is kept; what was agreed before")
    assert begun == [SET]


def test_an_example_is_noted_and_mended(register, tools, parent):
    [one] = register.principles.write([Worded("We welcome challenge")], TODAY)
    on_sheet(fill_in(text="They asked me in."))
    assert principles.example(tools, parent, one.id) == "Noted. The annual report can tell it."
    [noted] = register.principle_examples.of(one.id)
    assert noted.happened_on == TODAY
    on_sheet(fill_in(text="They asked me in, twice."))
    assert principles.edit_example(tools, parent, noted.id) == "Saved."
    assert register.principle_examples.get(noted.id).text == "They asked me in, twice."
