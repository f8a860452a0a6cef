"""Where a form's unsaved words are kept: in the encrypted record, by the place they were typed in."""

from __future__ import annotations

from scrutineer.register.register import Register


class RecordDraft:
    """The draft of one form, such as `challenge:new` or `activity:<id>`. Of a past day none is kept."""

    def __init__(self, register: Register, place: str) -> None:
        self._register = register
        self._place = place
        self._is_past = register.stood_on is not None

    def kept(self) -> dict[str, str]:
        """What was kept; empty when nothing was."""
        return self._register.drafts.kept(self._place)

    def keep(self, words: dict[str, str]) -> None:
        """Keep these words in the place of what was kept."""
        if not self._is_past:
            self._register.drafts.keep(self._place, words, self._register.now())

    def forget(self) -> None:
        """Let go of them."""
        if not self._is_past:
            self._register.drafts.forget(self._place)
