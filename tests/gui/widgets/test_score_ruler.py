"""The ruler: scores stand where the scale says, also very low ones."""

import pytest
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.score_ruler import ScoreRuler
from certstudy.present.chart import ScorePoint, Span
from tests.gui.widgets.charts import EARLIER, SCORE


@pytest.fixture
def ruler(theme: Theme, qtbot: QtBot) -> ScoreRuler:
    made = ScoreRuler(theme)
    made.resize(632, made.sizeHint().height())
    qtbot.addWidget(made)
    return made


def test_scores_stand_on_a_straight_scale(ruler: ScoreRuler) -> None:
    ruler.set_scores(SCORE, EARLIER)
    one, two, three = (mark.rect.center().x() for mark in ruler.marks_now())
    assert (three - one) / (two - one) == pytest.approx((712 - 588) / (641 - 588))


def test_each_opens_its_result_and_says_its_range(ruler: ScoreRuler) -> None:
    ruler.set_scores(SCORE, EARLIER)
    assert [mark.id for mark in ruler.marks_now()] == ["1", "2", "3"]
    assert ruler.marks_now()[2].lines == ("Mock exam 3: 712", "another form: 617–807, 8 times in 10")


def test_a_very_low_score_widens_the_scale(ruler: ScoreRuler) -> None:
    low = ScorePoint(1, Span(80, 160, 240), "Mock exam 1")
    ruler.set_scores(low)
    first = ruler.marks_now()[0].rect.center().x()
    ruler.set_scores(ScorePoint(1, Span(480, 560, 640), "Mock exam 1"))
    assert first < ruler.marks_now()[0].rect.center().x()
    assert first >= 16
