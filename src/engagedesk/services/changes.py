"""What views are told after a commit: which records changed, by kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engagedesk.services.images import Images


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of changed records by kind (table name). A kind in ``wholesale`` changed in bulk: its ids are not listed."""

    by_kind: Mapping[str, frozenset[bytes]] = field(default_factory=dict)
    wholesale: frozenset[str] = frozenset()

    def touches(self, *kinds: str) -> bool:
        """Say whether any record of these kinds changed."""
        return any(kind in self.by_kind or kind in self.wholesale for kind in kinds)

    def __bool__(self) -> bool:
        return bool(self.by_kind or self.wholesale)


def changes_from(images: Images) -> Changes:
    """Return the notice for a set of images."""
    by_kind: dict[str, set[bytes]] = {}
    for row in images.rows:
        by_kind.setdefault(row.kind, set()).add(row.record_id)
    return Changes(
        by_kind={kind: frozenset(ids) for kind, ids in by_kind.items()},
        wholesale=frozenset(b.kind for b in images.bulk),
    )
