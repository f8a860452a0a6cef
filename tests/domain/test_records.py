"""The list of kinds is complete, and every link leads to a kind on it."""

import pytest

from scrutineer.domain.entity import Entity, described
from scrutineer.domain.records import BY_KIND, ENTITIES


def test_every_entity_of_the_domain_is_listed_once():
    ours = {cls for cls in Entity.__subclasses__() if cls.__module__.startswith("scrutineer.domain.")}
    assert set(ENTITIES) == ours
    assert len(BY_KIND) == len(ENTITIES)


@pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.KIND)
def test_every_link_leads_to_a_kind_that_exists(cls):
    links = [spec for spec in described(cls) if "to" in spec.metadata]
    assert all(spec.metadata["to"] in {*BY_KIND, ""} for spec in links)
    assert {spec.name for spec in links} == {
        spec.name for spec in described(cls) if spec.name.endswith(("_id", "_ids"))
    }
