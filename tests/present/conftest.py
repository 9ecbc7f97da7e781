"""A learner with an empty record over a small pack."""

import pytest

from tests.fakes import FakeDesk, fake_desk


@pytest.fixture
def at() -> FakeDesk:
    return fake_desk()
