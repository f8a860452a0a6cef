from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from scrutineer import paths


def test_the_home_is_made_for_this_user_and_does_not_roam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    def user_data_dir(name: str, **options: object) -> str:
        asked.update(options, name=name)
        return str(tmp_path / "data" / name)

    monkeypatch.setattr(platformdirs, "user_data_dir", user_data_dir)
    assert paths.home() == tmp_path / "data" / "Scrutineer"
    assert paths.home().is_dir()
    assert asked == {"name": "Scrutineer", "appauthor": False, "roaming": False}


def test_logs_lie_within_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path))
    assert paths.logs() == tmp_path / "logs"
    assert paths.logs().is_dir()


@pytest.mark.parametrize(
    ("place", "by"),
    [
        ("/home/me/OneDrive - Exampleshire Council/Documents/r.scrutiny", "OneDrive"),
        ("/home/me/Dropbox/r.scrutiny", "Dropbox"),
        ("/Users/me/Library/Mobile Documents/r.scrutiny", "iCloud"),
        ("/home/me/Google Drive/r.scrutiny", "Google Drive"),
        ("/home/me/Records/about onedrive.scrutiny", ""),
        ("/home/me/.local/share/Scrutineer/r.scrutiny", ""),
    ],
)
def test_a_folder_that_is_copied_about_is_known_by_its_name(place: str, by: str) -> None:
    assert paths.synced_by(Path(place)) == by


def test_a_folder_that_windows_says_is_onedrives_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    assert paths.synced_by(tmp_path / "Desktop" / "r.scrutiny") == "OneDrive"
    assert paths.synced_by(tmp_path.parent / "r.scrutiny") == ""


def test_a_place_on_another_machine_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    share = "//server/share /mnt/our\\040share cifs rw 0 0"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n{share}\n/dev/sdb1 /mnt ext4 rw 0 0\n")
    monkeypatch.setattr(paths, "_MOUNTS", mounts)
    assert paths.is_on_network(Path("/mnt/our share/r.scrutiny"))
    assert not paths.is_on_network(Path("/mnt/r.scrutiny"))
    assert not paths.is_on_network(Path("/home/me/r.scrutiny"))
    assert paths.is_on_network(Path("//server/share/r.scrutiny"))


def test_opened_files_lie_in_this_computer_s_cache_and_nothing_is_made_before_one_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda name, **_: str(tmp_path / name))
    assert paths.opened() == tmp_path / "Scrutineer" / "opened"
    assert not list(tmp_path.iterdir())
