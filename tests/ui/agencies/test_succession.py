"""What became of agencies: renamed, merged, split or absorbed, in one step that hands over what is open."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QComboBox

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, Position
from scrutineer.domain.organisation import Agency, Change
from scrutineer.domain.reply import Reply
from scrutineer.register.register import Register
from scrutineer.register.replies import Answer
from scrutineer.ui.agencies import succession
from scrutineer.ui.agencies.new_names import NewName
from scrutineer.ui.agencies.page import AgenciesScreen
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form_sheet import FormSheet
from tests.factories import TODAY, an_agency, an_undertaking
from tests.ui.agencies.conftest import press, said
from tests.ui.challenges.room import choose, fill, on_sheet, read


def put(register: Register, title: str, *agencies: Agency) -> list[Addressee]:
    made = register.challenges.put_to(
        Challenge(title=title, text="How do you know?"), [Addressee(agency_id=one.id) for one in agencies]
    )
    return register.challenges.parts(made.id)


def with_an_action(register: Register, part: Addressee) -> Action:
    register.replies.record(Reply(received_on=TODAY, text="Yes."), {part.id: Answer(Position.ACCEPTED)})
    register.courses.agree_action(part.id, [Action(text="Audit twenty plans.")])
    return register.challenges.actions(part.id)[0]


def blocks(sheet: FormSheet) -> set[str]:
    return {name for name, block in sheet.form._blocks.items() if block.isVisible()}


def test_a_renamed_agency_is_followed_and_keeps_its_records(screen: AgenciesScreen, register: Register) -> None:
    old = register.agencies.save(an_agency(name="Old name", short_name="Old"))
    on_sheet(fill(how=Change.RENAMED, names=(NewName("n" * 32, "New name", "New"),)))
    press(screen, "step-follow")
    new = next(one for one in register.agencies.all() if one.id != old.id)
    assert register.agencies.known_as(new) == "New (formerly Old)"
    assert (new.kind, new.status, new.starts_on) == (old.kind, old.status, TODAY)
    assert register.agencies.get(old.id).ends_on == TODAY - timedelta(days=1)
    assert any("formerly Old" in words for words in said(screen))


def test_several_merge_into_one_and_all_that_is_open_goes_with_them(
    tools: Tools, register: Register, screen: AgenciesScreen
) -> None:
    east, west = (register.agencies.save(an_agency(name=f"Trust {side}", short_name="")) for side in ("East", "West"))
    into = register.agencies.save(an_agency(name="Trust of both", short_name="Both"))
    (first,), (second,) = put(register, "First", east), put(register, "Second", west)
    action = with_an_action(register, first)
    register.undertakings.promise(an_undertaking(agency_id=west.id))
    seen: list[str] = []

    def act(sheet: FormSheet) -> None:
        choose(sheet, how=Change.MERGED)
        assert "before_ids" in blocks(sheet)
        seen.append(read(sheet))
        choose(sheet, before_ids=(east.id, west.id), after_ids=(into.id,))
        seen.append(read(sheet))
        sheet.save()

    on_sheet(act)
    told = succession.ask(tools, screen, east.id)
    assert "1 open part and 1 action: say who follows." in seen[0]
    assert "2 open parts, 1 action and 1 promise will be handed over to Both" in seen[1]
    assert told == (
        "From 23 November 2026 on, Both follows Trust East and Trust West: 2 open parts, 1 action and 1 promise are "
        "handed over."
    )
    assert {register.challenges.part(one.id).agency_id for one in (first, second)} == {into.id}
    assert register.actions.get(action.id).agency_id == into.id
    assert register.challenges.party_name(register.challenges.part(second.id)) == "Both (formerly Trust West)"


def test_after_a_split_each_open_part_is_given_to_one_of_the_successors_with_its_actions(
    tools: Tools, register: Register, screen: AgenciesScreen
) -> None:
    whole = register.agencies.save(an_agency(name="The whole", short_name=""))
    other = register.agencies.save(an_agency(name="Northern part", short_name="North"))
    (first,), (second,) = put(register, "First", whole), put(register, "Second", whole)
    action = with_an_action(register, second)
    south = NewName("s" * 32, "Southern part", "South")

    def act(sheet: FormSheet) -> None:
        choose(sheet, how=Change.SPLIT)
        assert "before_ids" not in blocks(sheet)
        choose(sheet, after_ids=(other.id,), names=(south,))
        assert "to whom does each go?" in read(sheet)
        choices = [one for one in sheet.findChildren(QComboBox) if one.objectName().startswith("goes-to-")]
        assert [one.accessibleName() for one in choices] == [
            "C-2026-001 First: goes to", "C-2026-002 Second · with 1 action: goes to",
        ]
        assert [one.currentText() for one in choices] == ["North", "North"]
        choose(sheet, handed={second.id: south.id})
        sheet.save()

    on_sheet(act)
    assert "North and South follow The whole: 2 open parts and 1 action are handed" in succession.ask(
        tools, screen, whole.id
    )
    assert register.challenges.part(first.id).agency_id == other.id
    assert register.challenges.part(second.id).agency_id == south.id
    assert register.actions.get(action.id).agency_id == south.id
    assert {one.id for one in register.agency_page(whole.id).after} == {other.id, south.id}


def test_an_agency_that_splits_and_goes_on_gives_away_what_is_chosen_and_keeps_the_rest(
    tools: Tools, register: Register, screen: AgenciesScreen
) -> None:
    whole = register.agencies.save(an_agency(name="The whole", short_name=""))
    team, clinic = (register.agencies.save(an_agency(name=name, short_name="", parent_id=whole.id))
                    for name in ("Team", "Clinic"))  # fmt: skip
    (first,), (second,) = put(register, "First", whole), put(register, "Second", whole)
    north = NewName("n" * 32, "Northern part", "North")

    def act(sheet: FormSheet) -> None:
        assert "goes_on" not in blocks(sheet)
        choose(sheet, how=Change.SPLIT, goes_on=True)
        sheet.save()
        assert sheet.form._blocks["names"]._problem.text() == (
            "Choose the agency that splits off, or type its new name."
        )
        choose(sheet, names=(north,))
        choices = [one for one in sheet.findChildren(QComboBox) if one.objectName().startswith("goes-to-")]
        assert [one.currentText() for one in choices] == ["The whole, as now"] * 4
        assert "Service: Clinic" in read(sheet)
        choose(sheet, handed={second.id: north.id, clinic.id: north.id})
        sheet.save()

    on_sheet(act)
    assert succession.ask(tools, screen, whole.id) == (
        "From 23 November 2026 on, North stands beside The whole, which goes on: 1 open part and 1 service are handed "
        "over."
    )
    assert register.agencies.get(whole.id).ends_on is None
    assert [register.challenges.part(one.id).agency_id for one in (first, second)] == [whole.id, north.id]
    assert [register.agencies.get(one.id).parent_id for one in (team, clinic)] == [whole.id, north.id]


def test_what_is_missing_or_too_much_is_said_beside_its_field(tools: Tools, register: Register, screen) -> None:
    agency, into = (register.agencies.save(an_agency(name=name)) for name in ("Alpha trust", "Zeta trust"))
    named = (NewName("n" * 32, "And a name", ""),)

    def problem(sheet: FormSheet, name: str) -> str:
        sheet.save()
        return sheet.form._blocks[name]._problem.text()

    def act(sheet: FormSheet) -> None:
        assert problem(sheet, "names") == "Choose the agency that follows, or type its new name."
        choose(sheet, how=Change.MERGED, after_ids=(into.id,), names=named)
        assert problem(sheet, "after_ids").endswith("not both.")
        choose(sheet, before_ids=(agency.id, into.id), names=())
        assert problem(sheet, "after_ids") == "An agency cannot follow itself."
        choose(sheet, how=Change.SPLIT, names=())
        assert problem(sheet, "names").startswith("After a split two follow")
        choose(sheet, how=Change.RENAMED, changed_on=None)
        assert "needed" in read(sheet)
        assert problem(sheet, "changed_on")

    on_sheet(act)
    assert succession.ask(tools, screen, agency.id) == ""
    assert register.agency_page(agency.id).after == ()
    assert len(register.agencies.all()) == 2


def test_a_day_before_the_agency_began_is_refused_beside_the_day(tools: Tools, register: Register, screen) -> None:
    agency = register.agencies.save(an_agency(name="Alpha trust", starts_on=TODAY))
    seen: list[str] = []

    def act(sheet: FormSheet) -> None:
        fill(names=(NewName("n" * 32, "Beta trust", ""),))(sheet)
        seen.append(sheet.form._blocks["changed_on"]._problem.text())

    on_sheet(act)
    assert succession.ask(tools, screen, agency.id) == ""
    assert seen == ["That day lies before the agency itself began."]


def test_what_was_typed_and_chosen_is_there_again(tools: Tools, register: Register, screen) -> None:
    whole = register.agencies.save(an_agency(name="The whole", short_name=""))
    (part,) = put(register, "First", whole)
    names = (NewName("a" * 32, "North", ""), NewName("b" * 32, "South", ""))
    on_sheet(lambda sheet: choose(sheet, how=Change.SPLIT, names=names, handed={part.id: "b" * 32}))
    succession.ask(tools, screen, whole.id)

    def act(sheet: FormSheet) -> None:
        assert sheet.form.field("names").value() == names
        sheet.save()

    on_sheet(act)
    assert succession.ask(tools, screen, whole.id)
    assert register.challenges.part(part.id).agency_id == "b" * 32
