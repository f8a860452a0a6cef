"""The mail is courteous and neutral, names everything once, and promises nothing."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.dates import WorkingDays
from scrutineer.domain.reminder import Wanted, Writer, subject, text
from tests.factories import TODAY

WRITER = Writer("The Scrutineer", "Independent Scrutineer", "Exampleshire SCP")
FATHERS = Wanted("EX-C-2026-014", "Fathers", date(2026, 10, 12), date(2026, 11, 10))
NIGHTS = Wanted("EX-C-2026-020", "Nights", date(2026, 11, 2), date(2026, 11, 26))
AUDIT = Wanted("EX-C-2026-014", "Audit twenty cases", None, date(2026, 11, 17), is_action=True)
BLAME = ("fail", "overdue", "late", "must", "non-compl")


def mail(*wanted: Wanted, writer: Writer = WRITER) -> str:
    return text(wanted, "the ICB", writer, TODAY, WorkingDays())


def test_one_mail_lists_everything_with_its_dates_and_its_neutral_clock():
    assert mail(FATHERS, NIGHTS) == """\
Dear colleague,

What follows was put to the ICB and is open. I would be glad to have your answers.

1. EX-C-2026-014: Fathers
   Put on 12 Oct 2026; asked for by 10 Nov 2026. Answer awaited since 10 Nov (9 working days).

2. EX-C-2026-020: Nights
   Put on 2 Nov 2026; asked for by 26 Nov 2026. Awaited, due 26 Nov.

If an answer has been sent already, please tell me when and to whom: it may not have reached me. If you need more \
time, a line with the day that suits you is enough.

With thanks,

The Scrutineer
Independent Scrutineer, Exampleshire SCP
"""


def test_actions_follow_the_answers_and_are_counted_on():
    said = mail(AUDIT, FATHERS)
    assert said.index("1. EX-C-2026-014: Fathers") < said.index("I would also be glad to hear how this agreed action")
    assert "2. EX-C-2026-014: Audit twenty cases\n   Due 17 Nov 2026. News awaited since 17 Nov (4 work" in said
    assert "I would be glad to hear how these agreed actions stand." in mail(AUDIT, AUDIT)
    assert "was put to" not in mail(AUDIT)


def test_what_more_was_asked_stands_with_its_challenge():
    said = mail(FATHERS._replace(asked="And at\nnight?"))
    assert "Fathers\n   Asked after your first answer: And at night?\n   Put on" in said


def test_facts_that_an_old_log_does_not_know_leave_no_gap():
    said = mail(FATHERS._replace(put_on=None, due_on=None), writer=Writer("", "", "Exampleshire SCP"))
    assert "1. EX-C-2026-014: Fathers\n   Awaited, no date set.\n" in said
    assert said.endswith("With thanks,\n\nExampleshire SCP\n")
    assert mail(AUDIT._replace(due_on=None)).count("Awaited, no date set.") == 1


def test_who_has_no_other_name_signs_once():
    assert mail(FATHERS, writer=WRITER._replace(name=WRITER.title)).endswith(
        "thanks,\n\nIndependent Scrutineer, Exampleshire SCP\n"
    )


def test_the_subject_line_has_references_alone():
    assert subject([FATHERS, AUDIT]) == "Independent scrutiny: EX-C-2026-014"
    many = [FATHERS._replace(reference=f"EX-C-2026-{number:03d}") for number in range(5)]
    assert subject(many) == "Independent scrutiny: EX-C-2026-000, EX-C-2026-001, EX-C-2026-002 and 2 more"


@given(st.lists(st.builds(
    Wanted, st.from_regex(r"EX-C-2026-\d{3}", fullmatch=True), st.sampled_from(["Fathers", "Nights"]),
    st.none() | st.dates(date(2026, 1, 1), TODAY),
    st.none() | st.dates(TODAY - timedelta(days=90), TODAY + timedelta(days=90)), st.booleans(),
), min_size=1, max_size=8))  # fmt: skip
def test_everything_is_in_it_once_and_nobody_is_blamed(wanted: list[Wanted]):
    said = mail(*wanted)
    numbered = [line for line in said.split("\n") if line[:1].isdigit()]
    assert sorted(line.partition(". ")[2] for line in numbered) == sorted(f"{w.reference}: {w.title}" for w in wanted)
    assert [int(line.partition(".")[0]) for line in numbered] == list(range(1, len(wanted) + 1))
    assert not [word for word in BLAME if word in said.lower()]
