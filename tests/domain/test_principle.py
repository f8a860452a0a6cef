"""A principle has its words, and an example its day."""

from scrutineer.domain.principle import Principle, PrincipleExample
from tests.factories import TODAY


def fields(entity):
    return [problem.field for problem in entity.problems()]


def test_a_principle_has_words():
    assert fields(Principle(title="We welcome challenge")) == []
    assert fields(Principle()) == ["title"]


def test_an_example_says_what_happened_and_when():
    assert fields(PrincipleExample(happened_on=TODAY, text="The trust asked me to look at its own audit.")) == []
    assert fields(PrincipleExample()) == ["happened_on", "text"]
