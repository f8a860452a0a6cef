"""Work may be watched, or not."""

import pytest

from scrutineer.domain.progress import Cancelled, Progress, no_progress


def work(progress: Progress) -> list[float]:
    done = []
    for share in (0.0, 0.5, 1.0):
        progress(share, "Working")
        done.append(share)
    return done


def test_work_that_nobody_watches_runs_to_its_end():
    assert work(no_progress) == [0.0, 0.5, 1.0]


def test_asked_to_stop_it_stops():
    def stop(fraction: float, sentence: str) -> None:
        if fraction:
            raise Cancelled

    with pytest.raises(Cancelled):
        work(stop)
