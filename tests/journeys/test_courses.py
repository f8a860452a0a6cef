"""Each party its own course: the steps that a challenge can take, by hand, and the paper after each."""

from __future__ import annotations

from PySide6.QtCore import Qt

from scrutineer.domain.challenge import Addressee, ImpactLevel, Outcome, Position
from scrutineer.domain.reply import Reply
from scrutineer.register.register import Register
from scrutineer.register.replies import Answer
from tests.factories import TODAY
from tests.journeys import printed
from tests.journeys.conftest import Begin, Put
from tests.journeys.hands import Hands
from tests.journeys.person import Person

FATHERS, INTERVIEWS, NIGHTS = ("Are fathers engaged?", "Is every interview read?", "Who holds the risk at night?")
LETTER = "We have looked at all of them together."
BOTH = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
UNKNOWN = "Not yet known"
OPEN = "Ref", "Challenge", "Where it stands with each"
ENDED = "Ref", "Challenge", "How it ended with each, and what changed"
MOST_KEYS = 45      # each of Ctrl and Shift counts: a minute for a slow hand, and four for the words


def one(_register: Register, put: Put) -> list[Addressee]:
    """One challenge to one agency, before the window is opened."""
    return put(FATHERS, "Police")


def see(me: Person, title: str = FATHERS) -> None:
    """Open a challenge."""
    [challenge] = [each for each in me.register.challenges.all() if each.title == title]
    me.window.open("challenge", challenge.id)
    me.look()


def by_party(me: Person) -> dict[tuple[str, str], tuple[str, ...]]:
    """The log by reference and party: answer, date, status, what changed."""
    return {(ref, party): tuple(rest) for ref, _, _, party, _, *rest in printed.log(me)}


def test_three_challenges_to_two_parties_each_by_keyboard_alone(begin: Begin):
    me = begin()
    hands = Hands(me)

    def put(words: str) -> None:
        hands.write(words)
        hands.press(Qt.Key.Key_Tab)
        for letters in ("pol", "ic"):
            hands.choose(letters)
            hands.press(Qt.Key.Key_Return)

    for words in (FATHERS, INTERVIEWS, NIGHTS):
        said = hands.on_sheet(lambda: hands.press(Qt.Key.Key_N, *BOTH), lambda words=words: put(words))
        assert said.endswith("was put to Police and ICB.")
    assert hands.keys <= MOST_KEYS
    assert len(printed.log(me)) == 6
    assert set(by_party(me).values()) >= {("Awaited, due 21 Dec.", "21 Dec 2026", "Raised", UNKNOWN)}
    paper = printed.body(me)
    assert "3 challenges are open; 6 answers are awaited." in paper
    assert paper.count("Police and ICB: awaited, due 21 Dec") == 3


def test_one_letter_answers_four_parts(begin: Begin):
    def asked(_register: Register, put: Put) -> None:
        put(FATHERS, "Police", "ICB")
        for title in (INTERVIEWS, NIGHTS):
            put(title, "Police")

    me = begin(asked)

    def enter() -> None:
        me.press("answers-1")
        me.into("position-1", "accepted")
        for number in (2, 3, 4):
            me.press(f"answers-{number}")
        me.into("text", LETTER)
        me.control(Qt.Key.Key_Return)

    said = me.on_sheet(lambda: me.control(Qt.Key.Key_R), enter)
    assert said == "The answer is recorded, for 4 parts of your challenges."
    assert len(me.register.replies.all()) == 1
    assert [rest[0] for rest in by_party(me).values()] == [f"Accepted, 23 Nov 2026: {LETTER}"] * 4
    paper = printed.body(me)
    assert "3 challenges were put, 3 answered and 0 ended." in paper
    assert "4 answers are for me to judge." in paper
    assert "Police and ICB: for me to judge" in paper


def test_one_party_is_closed_while_another_is_awaited(begin: Begin):
    me = begin(lambda _register, put: put(FATHERS, "Police", "ICB"))
    see(me)

    def enter() -> None:
        me.into("position-1", "accepted")
        me.fill_in(text=LETTER)

    me.on_sheet(lambda: me.press("step-answer", among=2), enter)
    me.asked("step-view", quality="A full answer")
    said = me.asked("step-close", what_changed="It was so already.", impact_level="0 ",
                    stands_in="I read their audit.")  # fmt: skip
    assert said == "The part of Police is closed."
    assert "Raised · 1 of 2 answered" in me.reads()
    police, icb = by_party(me).values()
    assert police[2:] == (
        "Closed, 23 Nov 2026\nIn all: raised · 1 of 2 answered",
        ("Assured, no change needed. It was so already. (0 None seen yet) Reason in place of evidence: "
         "I read their audit."),
    )
    assert icb == ("Awaited, due 21 Dec.", "21 Dec 2026", "Raised", UNKNOWN)
    paper = printed.body(me)
    assert "1 challenge is open; 1 answer is awaited." in paper
    assert printed.table(me, *OPEN) == [("C-2026-001", FATHERS, (
        "Police: closed, 23 Nov 2026: assured, no change needed (none seen yet). Reason in place of evidence: I read "
        "their audit. ICB: awaited, due 21 Dec."))]


def test_one_challenge_ends_as_not_pursued_and_the_paper_says_why(begin: Begin):
    me = begin(one)
    see(me)
    said = me.asked("step-end", outcome="Not pursued", ended_because="The inspectorate asked the same.")
    assert said == "The part of Police has ended."
    assert "Police’s part ended: Not pursued\nThe inspectorate asked the same." in me.reads()
    [row] = by_party(me).values()
    assert row == ("No answer recorded by 23 November 2026.", "21 Dec 2026", "Closed, 23 Nov 2026",
                   "Not pursued: The inspectorate asked the same.")  # fmt: skip
    paper = printed.body(me)
    assert "1 challenge was put, 0 answered and 1 ended." in paper
    assert "0 challenges are open." in paper
    assert printed.table(me, *ENDED) == [
        ("C-2026-001", FATHERS, "Police: closed, 23 Nov 2026. Not pursued: The inspectorate asked the same."),
    ]
    assert "“Not pursued”: 1 (1)" in paper


def test_one_part_ends_as_not_pursued_while_another_is_awaited(begin: Begin):
    me = begin(lambda _register, put: put(FATHERS, "Police", "ICB"))
    see(me)
    me.asked("step-end", among=2, outcome="Not pursued", ended_because="The inspectorate asked the same.")
    assert printed.table(me, *OPEN) == [("C-2026-001", FATHERS, (
        "Police: closed, 23 Nov 2026: not pursued: The inspectorate asked the same. ICB: awaited, due 21 Dec."))]
    assert by_party(me)["EX-C-2026-001", "Police"][3] == "Not pursued: The inspectorate asked the same."


def test_a_re_worded_challenge_is_printed_in_both_wordings(begin: Begin):
    me = begin(one)
    see(me)
    said = me.asked("challenge-edit", text="Who asks the father himself?", why="I had asked the wrong thing.")
    assert said == "Re-worded: both wordings stay on record."
    before = f"As first put: {FATHERS} How do you know?"
    after = "As re-worded, 23 Nov 2026 (I had asked the wrong thing): Who asks the father himself?"
    [row] = printed.log(me)
    assert row[4].split("\n") == [FATHERS, before, after]
    _, appendix, annex = printed.paper(me).partition("\nAppendix B: In the agencies’ own words\n")
    assert appendix
    assert f"{before}\n{after}" in annex


def test_one_is_escalated_stage_by_stage(begin: Begin):
    me = begin(one)
    see(me)
    assert "Escalation" not in me.reads()
    assert me.asked("step-escalate") == "Police: now at “Stage 1 · agency lead”."
    assert "safeguarding lead or delegated safeguarding partner · reply awaited, due 7 Dec" in me.reads()
    said = me.asked("step-settle", outcome="Not resolved", words="They asked for more time.")
    assert said == "Stage 1 · agency lead: Not resolved."
    assert me.asked("step-escalate") == "Police: now at “Stage 2 · executive group”."
    shown = me.reads()
    assert "to the executive group, as an item that is minuted · reply awaited, due 7 Dec" in shown
    assert "Not resolved · 23 Nov 2026" in shown
    [row] = by_party(me).values()
    assert row[2] == "Raised\nStage 2 · executive group, since 23 Nov 2026"
    paper = printed.body(me)
    assert "1 of them escalated (stage 2 · executive group)" in paper
    assert ("Police: Awaited, due 21 Dec. Stage 1 · agency lead, 23 Nov 2026: not resolved. "
            "Stage 2 · executive group, 23 Nov 2026, to the executive group, as an item that is minuted; "
            "reply due 7 Dec 2026.") in paper  # fmt: skip


def test_one_is_extended_twice(begin: Begin):
    me = begin(one)
    see(me)
    for due_on, why in (("22 Dec 2026", "A vacancy."), ("4 Jan 2027", "The holidays.")):
        said = me.asked("step-move_date", due_on=due_on, why=why, asked_by="the lead", agreed_by="the chair")
        assert said == f"The answer from Police is now due on {due_on}."
    ledger, shown = "third date, 7 working days later than first agreed", me.reads()
    assert ledger in shown
    assert "21 Dec to 22 Dec 2026: A vacancy. Asked for by the lead; agreed by the chair, 23 Nov 2026." in shown
    assert "22 Dec to 4 Jan 2027: The holidays. Asked for by the lead; agreed by the chair, 23 Nov 2026." in shown
    [row] = by_party(me).values()
    assert row[1] == "4 Jan 2027\nThird date, 7 working days later than first agreed (21 Dec 2026)"
    paper = printed.body(me)
    assert "The date of 1 answer was moved." in paper
    assert printed.table(me, *OPEN) == [("C-2026-001", FATHERS, f"Police: awaited, due 4 Jan 2027; {ledger}")]


def test_one_is_reopened_after_a_retest_that_was_not_sustained(begin: Begin):
    def closed(register: Register, put: Put) -> None:
        [part] = put(FATHERS, "Police")
        register.replies.record(Reply(received_on=TODAY, text=LETTER), {part.id: Answer(Position.ACCEPTED)})
        register.courses.test(part.id, "Read ten plans.", TODAY)
        said = Outcome.PROCESS_CHANGED_ONLY, ImpactLevel.PROCESS_CHANGED, "A new form.", TODAY
        register.courses.close(part.id, *said)

    me = begin(closed)
    see(me)
    said = me.asked("step-plan_retest", planned_on="today", days="0.5", plan="Read ten plans.")
    assert said == "Police: to look again on 23 Nov 2026."
    said = me.asked("step-record_retest", result="Not sustained", words="Two of ten plans.")
    assert said == "Police: not sustained."
    said = me.asked("step-ask_again", reopened_because="The form is no longer used.")
    assert said == "Police is asked again."
    assert ("Closed on 23 Nov 2026 as “Process changed only” (2 Process changed); reopened on 23 Nov 2026 because: "
            "The form is no longer used.") in me.reads()  # fmt: skip
    [row] = by_party(me).values()
    assert row[2:] == ("Raised", (
        "Not yet known\nReopened on 23 Nov 2026: The form is no longer used. It had ended on 23 Nov 2026 as “Process "
        "changed only” (process changed): A new form. I looked again on 23 Nov 2026: not sustained. Two of ten plans."
    ))  # fmt: skip
    paper = printed.body(me)
    assert "1 challenge was reopened." in paper
    assert printed.table(me, *OPEN) == [("C-2026-001", FATHERS, (
        "Police: awaited, due 21 Dec; reopened on 23 Nov 2026 after a re-test: not sustained "
        "(The form is no longer used)"))]
    assert "I looked again at 1 part that had been closed, in 0.5 days: 1 not sustained." in paper


def test_two_agencies_merge_with_open_challenges_on_both(begin: Begin):
    me = begin(lambda _register, put: [put(FATHERS, "Police"), put(INTERVIEWS, "ICB")])
    ids = {one.short_name: one.id for one in me.register.agencies.all()}
    me.window.open("agency", ids["Police"])

    def merge() -> None:
        me.into("how", "Merged")
        me.press(f"before_ids-{ids['ICB']}")
        me.into("name-1", "Joint Service")
        me.into("short_name-1", "Joint")
        assert "2 open parts will be handed over to Joint, with their dates and their history." in me.reads()
        me.control(Qt.Key.Key_Return)

    said = me.on_sheet(lambda: me.press("step-follow"), merge)
    assert said == "From 23 November 2026 on, Joint follows Police and ICB: 2 open parts are handed over."
    log = [party for _, party in by_party(me)]
    assert printed.table(me, *OPEN) == [
        ("C-2026-001", FATHERS, "Joint (formerly Police): awaited, due 21 Dec"),
        ("C-2026-002", INTERVIEWS, "Joint (formerly ICB): awaited, due 21 Dec"),
    ]
    for title, before in ((FATHERS, "Police"), (INTERVIEWS, "ICB")):
        see(me, title)
        assert f"Put to Joint (formerly {before})" in me.reads()
    assert log == ["Joint (formerly Police)", "Joint (formerly ICB)"]
