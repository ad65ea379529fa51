"""Everything that was ever stored can be read: each stored type, in each version it has had."""

from pathlib import Path
from typing import Any

import pytest

from lending_adapters.codec import Codec
from lending_adapters.codec.registered import registered_types
from tests.contract.stored_samples import FIXTURES, fixture_of, read, sample_of

CODEC = Codec(registered_types())


@pytest.mark.parametrize("of", registered_types(), ids=lambda of: of.__name__)
def test_every_stored_type_comes_back_whole(of: type) -> None:
    value: Any = sample_of(of)
    assert CODEC.decode(CODEC.encode(value)) == value


@pytest.mark.parametrize("of", registered_types(), ids=lambda of: of.__name__)
def test_the_text_of_the_present_version_is_kept(of: type) -> None:
    version = getattr(of, "schema_version", 1)
    assert fixture_of(of.__name__, version).exists(), "run: python -m tests.contract.stored_samples"


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.json")), ids=lambda path: path.stem)
def test_every_text_ever_written_can_be_read(path: Path) -> None:
    value = CODEC.decode(read(path))
    assert type(value).__name__ == path.name.split(".")[0]
    assert CODEC.decode(CODEC.encode(value)) == value
