"""Files kept in the record: version by version, content once, and gone when it is let go."""

import hashlib

import pytest

from scrutineer.domain.errors import Damaged
from scrutineer.domain.evidence import LARGEST_FILE
from tests.factories import TODAY, a_reply, an_evidence
from tests.register.conftest import PASSPHRASE, refused
from tests.storage import decipher

WORDS = b"Of 22 plans, 5 showed a change. " * 4000      # some thirty pages


@pytest.fixture
def entry(register):
    """An entry of evidence, to keep files with."""
    return register.evidence.save(an_evidence())


def kept(register):
    return register.desk.record.database.scalar("SELECT count(*) FROM content")


def test_a_file_is_kept_whole_with_its_size_day_and_digest(register, entry):
    file = register.attachments.attach(entry, "audit\n 2026.docx", WORDS, "As sent")
    assert (file.file_name, file.version, file.size, file.received_on) == ("audit 2026.docx", 1, len(WORDS), TODAY)
    assert (file.subject_kind, file.subject_id, file.note) == ("evidence", entry.id, "As sent")
    assert file.sha256 == hashlib.sha256(WORDS).hexdigest()
    assert register.attachments.content(file) == WORDS


def test_a_file_of_the_same_name_is_a_version_and_the_same_file_is_kept_once(register, entry):
    attach = register.attachments.attach
    first, second = attach(entry, "Audit.docx", b"one"), attach(entry, "audit.DOCX", b"two")
    assert attach(entry, "Audit.docx", b"two") == second
    third = attach(entry, "Audit.docx", b"one")
    elsewhere = attach(register.replies.save(a_reply()), "Audit.docx", b"one")
    assert [one.version for one in (first, second, third, elsewhere)] == [1, 2, 3, 1]
    assert kept(register) == 2
    assert register.attachments.of(entry.id) == [first, second, third]


def test_a_version_that_was_let_go_leaves_its_number_behind(register, entry):
    files = [register.attachments.attach(entry, "audit.docx", data) for data in (b"one", b"two")]
    register.attachments.let_go(files[-1].id, "Sent in error")
    assert register.attachments.attach(entry, "audit.docx", b"three").version == 3


@pytest.mark.parametrize("data", [b"", bytes(LARGEST_FILE + 1)], ids=["nothing", "too much"])
def test_nothing_and_too_much_is_refused_in_a_sentence(register, entry, data):
    assert set(refused(register.attachments.attach, entry, "audit.docx", data)) == {"file_name"}
    assert set(refused(register.attachments.attach, entry, " \x00", b"x")) == {"file_name"}
    assert (kept(register), register.attachments.of(entry.id)) == (0, [])


def test_what_is_let_go_is_gone_from_the_file_and_its_name_stays_in_the_history(register, entry, begun):
    file = register.attachments.attach(entry, "audit.docx", WORDS)
    assert set(refused(register.attachments.let_go, file.id, " \x00")) == {"why"}
    assert any(WORDS[:32] in page for page in decipher.pages(begun.path, PASSPHRASE, 1))
    register.attachments.let_go(file.id, "It names a child.")
    assert register.attachments.of(entry.id) == []
    assert register.desk.record.lines_of([file.id])[-1].why == "It names a child."
    pages = decipher.pages(begun.path, PASSPHRASE, 1)
    assert not [number for number, page in enumerate(pages) if b"plans, 5 showed" in page]
    assert any(b"audit.docx" in page for page in pages)
    with pytest.raises(Damaged, match="not in the record as it was kept"):
        register.attachments.content(file)


def test_content_stays_as_long_as_one_file_names_it(register, entry):
    files = [register.attachments.attach(entry, name, WORDS) for name in ("one.pdf", "two.pdf")]
    register.attachments.let_go(files[0].id, "Twice")
    assert register.attachments.content(files[1]) == WORDS
    register.attachments.remove(files[1])
    assert kept(register) == 0


def test_an_act_that_is_refused_keeps_no_content(register, entry):
    def letter_without_a_day():
        with register.desk.act():
            register.attachments.attach(entry, "audit.docx", WORDS)
            register.replies.save(a_reply(received_on=None))

    assert set(refused(letter_without_a_day)) == {"received_on"}
    assert kept(register) == 0


def test_the_record_of_a_past_day_still_opens_its_files(register, entry):
    file = register.attachments.attach(entry, "audit.docx", WORDS)
    past = register.as_at(TODAY)
    (stood,) = past.attachments.of(entry.id)
    assert past.attachments.content(stood) == WORDS
    assert stood == file
