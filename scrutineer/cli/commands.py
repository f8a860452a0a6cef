"""The commands beside papers: the demonstration, what needs me, lists, and the care of files."""

from __future__ import annotations

from typing import Any

from scrutineer import demonstration
from scrutineer.cli.arguments import Asked, add, add_as_at, word_or_excel_file
from scrutineer.cli.opening import opened, passphrase, progress_shown, save, save_file
from scrutineer.domain.dates import utc_now
from scrutineer.domain.errors import Damaged
from scrutineer.domain.owed import TITLE
from scrutineer.domain.text import counted
from scrutineer.exchange import owed_list as excel_list
from scrutineer.exchange.spreadsheet import to_excel
from scrutineer.register.safekeeping import check_file, restore_file
from scrutineer.register.today.text import in_text
from scrutineer.reports import challenge_log
from scrutineer.reports import owed_list as word_list


def add_commands(commands: Any) -> None:
    """Offer them all."""
    add(commands, "demo", _demo, "write the demonstration record into a new file", "FILE")
    add_as_at(add(commands, "today", _today, "print what needs me and what is worth passing on", "FILE"))
    add_as_at(add(commands, "log", _log, "write the challenge log as a Word document", "FILE", out=True))
    owed = add(commands, "list", _list, "write who owes what, for the business unit, in Word or Excel", "FILE")
    owed.add_argument("--out", metavar="OUT.docx|OUT.xlsx", type=word_or_excel_file, required=True)
    add_as_at(owed)
    add(commands, "check", _check, "look a record or a backup over, without changing it", "FILE")
    add(commands, "backup", _backup, "write a verified backup into a folder, and print its path", "FILE", "FOLDER")
    add(commands, "restore", _restore, "put a backup in a record’s place, safety copy first", "BACKUP", "FILE")


def _demo(asked: Asked) -> None:
    with progress_shown() as progress:
        demonstration.write(asked.file, progress=progress).close()
    print(f"The demonstration record was written to “{asked.file}”. Its passphrase is {demonstration.PASSPHRASE}.")


def _today(asked: Asked) -> None:
    with opened(asked.file, asked.as_at) as register:
        partnership = register.partnership
        whose = f"{'SAMPLE: ' if partnership.is_sample else ''}{partnership.name}"
        page, is_past = register.today_page(), register.stood_on is not None
        said = in_text(page, whose, register.today(), register.working_days(), is_past=is_past)
    print(said, end="")


def _log(asked: Asked) -> None:
    with opened(asked.file, asked.as_at) as register:
        document = challenge_log.document(register.figures.log())
    save(document, asked.out)


def _list(asked: Asked) -> None:
    with opened(asked.file, asked.as_at) as register:
        owed = register.owed()
    if asked.out.suffix.lower() == ".xlsx":
        save_file(to_excel(excel_list.sheet(owed), owed.masthead.author), asked.out, TITLE)
    else:
        save(word_list.document(owed), asked.out)


def _check(asked: Asked) -> None:
    words = passphrase()
    with progress_shown() as progress:
        found = check_file(asked.file, words, progress)
    if found.faults:
        raise Damaged(" ".join(found.faults), "Restore a backup, or check whether one is whole.")
    what = f"{counted(found.records, 'record')}, {counted(found.lines, 'line')} of history, schema {found.schema}"
    print(f"“{asked.file}” is whole: {what}.")


def _backup(asked: Asked) -> None:
    with opened(asked.file) as register, progress_shown() as progress:
        made = register.safekeeping.back_up(asked.folder, progress)
    print(made.path)


def _restore(asked: Asked) -> None:
    kept = restore_file(asked.backup, passphrase(), asked.file, utc_now())
    if kept:
        print(f"Safety copy: {kept}")
    print(f"“{asked.backup}” was restored to “{asked.file}”.")
