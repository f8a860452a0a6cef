"""A method holds ways of looking and no link to anything that was seen."""

from __future__ import annotations

from scrutineer.domain.entity import described
from scrutineer.domain.method import Method


def test_a_method_needs_only_its_name():
    assert [problem.field for problem in Method().problems()] == ["title"]
    assert Method(title="Hearing young carers").problems() == []


def test_a_method_links_to_no_record():
    assert not [spec.name for spec in described(Method) if "to" in spec.metadata]
