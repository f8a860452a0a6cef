import pytest

from scrutineer.domain.activity import Finding, FindingKind
from scrutineer.domain.errors import NotFound
from scrutineer.domain.organisation import Agency
from scrutineer.storage.reader import Reader
from tests.factories import a_finding, an_activity, an_agency
from tests.storage.conftest import put


def test_records_come_in_the_order_in_which_they_were_written(record):
    names = [f"Agency {n}" for n in (3, 1, 2)]
    put(record, *(an_agency(name=name) for name in names))
    assert [one.name for one in record.reader.all(Agency)] == names
    record.database.execute_sql("VACUUM")
    assert [one.name for one in record.reader.all(Agency)] == names


def test_records_are_found_by_equal_values_by_some_values_and_by_none(record):
    visit = an_activity()
    kinds = (FindingKind.STRENGTH, FindingKind.CONCERN)
    strength, concern = (a_finding(activity_id=visit.id, kind=kind) for kind in kinds)
    alone = a_finding()
    put(record, visit, strength, concern, alone)

    def ids(**equal):
        return [one.id for one in record.reader.all(Finding, **equal)]

    assert ids(activity_id=visit.id) == [strength.id, concern.id]
    assert ids(activity_id=visit.id, kind=FindingKind.CONCERN) == [concern.id]
    assert ids(kind=("concern", "voice")) == [concern.id]
    assert ids(kind=()) == []
    assert ids(activity_id=None) == [alone.id]


def test_what_was_removed_is_in_no_list_but_can_still_be_read(record):
    (agency,) = put(record, an_agency())
    with record.gate.act() as act:
        act.remove(agency)
    assert record.reader.all(Agency) == []
    assert len(record.reader.all(Agency, with_deleted=True)) == 1
    assert record.reader.get(Agency, agency.id).deleted_at is not None


def test_the_order_of_many_links_is_kept_and_hundreds_of_records_are_read_with_theirs(record):
    agencies = [an_agency(name=str(n)) for n in range(3)]
    one, two, three = (agency.id for agency in agencies)
    visits = [an_activity(agency_ids=(three, one, two)) for _ in range(600)]
    put(record, *agencies, *visits)
    assert {visit.agency_ids for visit in record.reader.all(type(visits[0]))} == {(three, one, two)}


@pytest.mark.parametrize("id_", ["0" * 32, "", None, "' OR 1=1 --"])
def test_a_record_that_is_not_there_is_missed_in_words(record, id_):
    assert record.reader.find(Agency, id_) is None
    with pytest.raises(NotFound, match="no longer here"):
        Reader(record.database).get(Agency, id_)
