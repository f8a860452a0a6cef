"""Codes are for the file, labels for people, and neither is ever shared or empty."""

import pickle
import re

import pytest

from scrutineer.domain import records
from scrutineer.domain.challenge import Status
from scrutineer.domain.vocabulary import Term

VOCABULARIES = [cls for cls in Term.__subclasses__() if cls.__module__.startswith("scrutineer.domain.")]


@pytest.mark.parametrize("terms", VOCABULARIES, ids=lambda terms: terms.__name__)
def test_codes_are_stable_words_and_labels_are_distinct(terms):
    assert all(re.fullmatch(r"[a-z0-9_]+", term.value) for term in terms)
    assert len({term.label for term in terms}) == len(terms)
    assert all(term.label.strip() == term.label != "" for term in terms)


def test_a_term_is_its_code():
    assert Status("raised") is Status.RAISED
    assert Status.RAISED == "raised" == str(Status.RAISED) == f"{Status.RAISED}"
    assert Status.RAISED.label == "Raised"
    assert pickle.loads(pickle.dumps(Status.RAISED)) is Status.RAISED


def test_vocabularies_are_all_here():
    assert records.ENTITIES
    assert {"Status", "Outcome", "ImpactLevel", "AgencyKind", "FindingKind", "Origin"} <= {
        terms.__name__ for terms in VOCABULARIES
    }
